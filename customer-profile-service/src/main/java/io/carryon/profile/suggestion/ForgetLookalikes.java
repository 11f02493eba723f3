package io.carryon.profile.suggestion;

import io.carryon.profile.matching.PersonReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** Takes a customer out of all that is kept about who looks like whom. */
@ApplicationScoped
public class ForgetLookalikes {

    private final SuggestionStore store;
    private final PersonReading reading;

    public ForgetLookalikes(SuggestionStore store, PersonReading reading) {
        this.store = store;
        this.reading = reading;
    }

    /**
     * Harmless when done again.
     *
     * @param names they are known by
     * @param handles ids of theirs
     */
    public void forget(UUID customer, Set<String> names, Collection<String> handles) {
        var own = store.stored(Set.of(customer)).getOrDefault(customer, new Document());
        var keys = new HashSet<>(own.getList("keys", String.class, List.of()));
        keys.addAll(reading.keys(reading.person(null, handles)));
        names.forEach(name -> keys.addAll(reading.keys(reading.person(name, Set.of()))));
        var others = own.get("others") instanceof Document all ? all.keySet() : Set.<String>of();
        store.forget(customer, keys, others.stream().map(UUID::fromString).toList());
    }
}
