package io.carryon.profile.suggestion;

import io.carryon.profile.documents.Change;
import io.carryon.profile.matching.Evidence;
import io.carryon.profile.matching.IdentityMatcher;
import io.carryon.profile.matching.Person;
import io.carryon.profile.matching.PersonReading;
import io.carryon.profile.matching.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks among customers who have a key in common with the sender of a contact for one who may be the same, and suggests
 * them to staff. Nobody is merged here.
 */
@ApplicationScoped
public class LookForLookalikes {

    /** Suggestions that one contact makes. */
    private static final int MOST_AT_ONCE = 3;

    private final SuggestionStore store;
    private final PersonReading reading;
    private final IdentityMatcher matcher = new IdentityMatcher();

    public LookForLookalikes(SuggestionStore store, PersonReading reading) {
        this.store = store;
        this.reading = reading;
    }

    /**
     * The sender of a contact.
     *
     * @param name as they gave it, or null
     * @param handles ids of the contact's handles, claimed ones too
     */
    public record Sender(String name, List<String> handles) {}

    /**
     * What changes: where the customer stands from now on, and whom they may be. One read, another when there is
     * somebody to suggest.
     *
     * @param members the customer and all they are merged with, whose contact it is first
     * @param claimed others whose handle the sender named
     */
    public List<Change> changes(Sender sender, List<UUID> members, Collection<Lookalike> claimed, Instant at) {
        var customer = members.getFirst();
        var person = reading.person(sender.name(), sender.handles());
        var own = new Lookalike(customer, sender.name(), sender.handles());
        var changes = new ArrayList<Change>();
        var others = new HashMap<UUID, Lookalike>();
        claimed.forEach(other -> others.put(other.customerId(), other));
        store.lookalikes(reading.keys(person)).forEach((key, there) -> {
            // Who stands there has been compared already, with whoever came later too.
            if (!there.areMany() && !there.customers().containsKey(customer.toString())) {
                there.customers().values().forEach(other -> others.putIfAbsent(other.customerId(), other));
                changes.add(store.standsAmong(key, own));
                changes.add(store.standsUnder(customer, key));
            }
        });
        members.forEach(others::remove);
        var alike = others.values().stream()
                .flatMap(other -> suggestion(person, other, at).stream())
                .sorted(Comparator.comparingInt(Suggestion::weight).reversed())
                .toList();
        changes.addAll(suggested(own, alike));
        return changes;
    }

    private Optional<Suggestion> suggestion(Person person, Lookalike other, Instant at) {
        var decision = matcher.decide(person, reading.person(other.name(), other.handles()));
        return decision.verdict() == Verdict.SEPARATE
                ? Optional.empty()
                : Optional.of(new Suggestion(
                        other.customerId(),
                        other.name(),
                        decision.weight(),
                        decision.evidence().stream()
                                .sorted(Comparator.comparingInt(Evidence::weight)
                                        .reversed())
                                .map(Evidence::reason)
                                .toList(),
                        at,
                        null,
                        null,
                        null));
    }

    private List<Change> suggested(Lookalike own, List<Suggestion> alike) {
        if (alike.isEmpty()) {
            return List.of();
        }
        var standing = store.of(
                Stream.concat(Stream.of(own.customerId()), alike.stream().map(Suggestion::customerId))
                        .toList());
        return alike.stream()
                .filter(other -> standing.get(own.customerId()).take(other.customerId())
                        && standing.get(other.customerId()).take(own.customerId()))
                .limit(MOST_AT_ONCE)
                .flatMap(other -> Stream.of(
                        store.suggested(own.customerId(), other),
                        store.suggested(other.customerId(), turned(own, other))))
                .toList();
    }

    /** The same suggestion as it stands on the other one. */
    private static Suggestion turned(Lookalike own, Suggestion other) {
        return new Suggestion(
                own.customerId(), own.name(), other.weight(), other.reasons(), other.at(), null, null, null);
    }
}
