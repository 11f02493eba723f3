package io.carryon.profile.suggestion;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Keeps suggestions, one document a customer, and who has a key in common, one document a key. */
@ApplicationScoped
public class SuggestionStore {

    /** Keys noted of a customer; a person has a few. */
    private static final int MOST_KEYS = 500;

    private final Documents documents;
    private final Shapes shapes;

    public SuggestionStore(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    /** Of each customer, in one read. */
    Map<UUID, Suggestions> of(Collection<UUID> customers) {
        var read = documents.find(
                customers.stream().map(Suggestions::documentId).distinct().toList());
        return customers.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), id -> suggestions(read.get(Suggestions.documentId(id)))));
    }

    /** Those who have each key, in one read. */
    Map<String, Lookalikes> lookalikes(Collection<String> keys) {
        var read = documents.find(keys.stream().map(Lookalikes::documentId).toList());
        return keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> shapes.readIfFound(read.get(Lookalikes.documentId(key)), Lookalikes.class)
                                .orElse(Lookalikes.NONE)));
    }

    Change standsAmong(String key, Lookalike customer) {
        return Change.of(Lookalikes.documentId(key)).set("customers." + customer.customerId(), shapes.fields(customer));
    }

    /** Notes where the customer stands among others, so that it is known when they are to be forgotten. */
    Change standsUnder(UUID customer, String key) {
        return Change.of(Suggestions.documentId(customer)).append("keys", key, MOST_KEYS);
    }

    /** All that is kept about suggestions of these customers, as it is stored, in one read. */
    public Map<UUID, Document> stored(Collection<UUID> customers) {
        var read = documents.find(
                customers.stream().map(Suggestions::documentId).distinct().toList());
        var found = new HashMap<UUID, Document>();
        customers.forEach(id -> Optional.ofNullable(read.get(Suggestions.documentId(id)))
                .ifPresent(document -> found.put(id, document)));
        return found;
    }

    /** The customer stands neither under the keys nor on the others any more, then has no document of their own. */
    void forget(UUID customer, Collection<String> keys, Collection<UUID> others) {
        var changes = new ArrayList<Change>();
        lookalikes(keys).forEach((key, there) -> {
            if (there.customers().containsKey(customer.toString())) {
                changes.add(Change.of(Lookalikes.documentId(key)).unset("customers." + customer));
            }
        });
        of(others).forEach((other, known) -> {
            if (known.others().containsKey(customer.toString())) {
                changes.add(Change.of(Suggestions.documentId(other)).unset("others." + customer));
            }
        });
        documents.apply(changes);
        documents.remove(Suggestions.documentId(customer));
    }

    /** Fields of its own: a decision that is made at the same time is not touched. */
    Change suggested(UUID customer, Suggestion other) {
        var path = "others." + other.customerId() + ".";
        var change = Change.of(Suggestions.documentId(customer));
        shapes.fields(other).forEach((field, value) -> change.set(path + field, value));
        return change;
    }

    /** The decision about two customers, on both. */
    void decided(UUID one, UUID other, Suggestion.Decision decision, Instant at, String by) {
        documents.apply(List.of(
                decided(one, other.toString(), decision, at, by), decided(other, one.toString(), decision, at, by)));
    }

    private static Change decided(UUID customer, String other, Suggestion.Decision decision, Instant at, String by) {
        var path = "others." + other + ".";
        return Change.of(Suggestions.documentId(customer))
                .set(path + "customerId", other)
                .set(path + "decision", decision.name())
                .set(path + "decidedAt", at.toString())
                .set(path + "decidedBy", by);
    }

    private Suggestions suggestions(Document document) {
        return shapes.readIfFound(document, Suggestions.class).orElse(Suggestions.NONE);
    }
}
