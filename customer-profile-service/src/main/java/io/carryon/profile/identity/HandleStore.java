package io.carryon.profile.identity;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;

/** Keeps whose each handle is, one document a handle, found by the handle's id. */
@ApplicationScoped
public class HandleStore {

    private final Documents documents;
    private final Shapes shapes;

    public HandleStore(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public Optional<Ownership> owner(Handle handle) {
        return documents.find(handle.id()).flatMap(document -> shapes.readIfFound(document, Ownership.class));
    }

    /** The owner among documents already read. */
    public Optional<Ownership> owner(Handle handle, Map<String, Document> read) {
        return shapes.readIfFound(read.get(handle.id()), Ownership.class);
    }

    /**
     * Gives a free handle to the customer; of several at once the first gets it, and all learn who that is.
     *
     * @param name of who uses it, or null
     */
    public Ownership claim(Handle handle, UUID customer, String name, Instant at) {
        var fields = new HashMap<String, Object>(Map.of(
                "kind", handle.kind().prefix(),
                "value", handle.value(),
                "customerId", customer.toString(),
                "since", at.toString()));
        if (name != null) {
            fields.put("name", name);
        }
        return documents
                .createIfAbsent(handle.id(), fields)
                .map(stands -> shapes.read(stands, Ownership.class))
                .orElseGet(() -> new Ownership(customer, at, null, null, name, Map.of()));
    }

    /**
     * Who uses a shared handle under a name: the given customer if nobody does yet; of several at once the first. Each
     * has a document of their own, so that any number of people may share one switchboard.
     *
     * @param person key of the name
     */
    public UUID claim(Handle handle, String person, HandlePerson claimed, Instant at) {
        var fields = new HashMap<>(shapes.fields(claimed));
        fields.put("since", at.toString());
        return documents
                .createIfAbsent(personId(handle, person), fields)
                .map(stands -> shapes.read(stands, HandlePerson.class).customerId())
                .orElse(claimed.customerId());
    }

    /** The document that says who uses a shared handle under a name. */
    public static String personId(Handle handle, String person) {
        return personId(handle.id(), person);
    }

    private static String personId(String handleId, String person) {
        return "person:" + person + "@" + handleId;
    }

    /**
     * Takes the customers' names off the handles: what only they use becomes free, of what they share the next person
     * becomes the first. Two reads; harmless when done again.
     *
     * @param handleIds of handles that may be theirs; those of others are not touched
     * @param persons keys of the names they may have used
     */
    public void free(Set<String> handleIds, Set<UUID> customers, Set<String> persons) {
        documents.find(handleIds).forEach((id, document) -> {
            var owned = shapes.read(document, Ownership.class);
            var theirs = owned.keysOf(customers);
            freePersons(id, Stream.concat(persons.stream(), theirs.stream()).toList(), customers);
            if (!customers.contains(owned.customerId())) {
                var change = Change.of(id);
                theirs.forEach(key -> change.unset("people." + key));
                documents.apply(List.of(change));
            } else if (theirs.size() == owned.people().size()) {
                documents.remove(id, "customerId", owned.customerId().toString());
            } else {
                documents.apply(List.of(inherited(id, owned, theirs)));
            }
        });
    }

    private void freePersons(String handleId, List<String> keys, Set<UUID> customers) {
        var ids = keys.stream().map(key -> personId(handleId, key)).toList();
        documents.find(ids).forEach((id, document) -> {
            var customer = shapes.read(document, HandlePerson.class).customerId();
            if (customers.contains(customer)) {
                documents.remove(id, "customerId", customer.toString());
            }
        });
    }

    private static Change inherited(String id, Ownership owned, List<String> gone) {
        var change = Change.of(id).unset("verifiedAt").unset("method");
        gone.forEach(key -> change.unset("people." + key));
        var heir = owned.people().entrySet().stream()
                .filter(person -> !gone.contains(person.getKey()))
                .min(Comparator.comparing((Map.Entry<String, HandlePerson> person) ->
                                person.getValue().name() == null)
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow();
        change.unset("people." + heir.getKey())
                .set("customerId", heir.getValue().customerId().toString());
        return heir.getValue().name() == null
                ? change.unset("name")
                : change.set("name", heir.getValue().name());
    }

    /** Notes that somebody else uses the handle too. */
    public Change sharedBy(Handle handle, String person, HandlePerson who) {
        return Change.of(handle.id()).set("people." + person, shapes.fields(who));
    }

    /** Notes the name of who used the handle first. */
    public Change named(Handle handle, String name) {
        return Change.of(handle.id()).set("name", name);
    }

    /** Notes the first proof that the handle is its owner's. */
    public Change verified(Handle handle, String method, Instant at) {
        return Change.of(handle.id()).set("verifiedAt", at.toString()).set("method", method);
    }
}
