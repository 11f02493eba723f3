package io.carryon.profile.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whose a handle is; once given it stays.
 *
 * @param verifiedAt when it was first shown to be theirs, or null
 * @param name of who used it first, as far as it is known
 * @param people others who used it too, by the key of their name, at most {@value #MOST_PEOPLE}: then it is shared, as
 *     a family's phone or a company's mailbox is
 */
public record Ownership(
        UUID customerId,
        Instant since,
        Instant verifiedAt,
        String method,
        String name,
        Map<String, HandlePerson> people) {

    /** People a handle knows beside its first; of more, each is found by their whole name only. */
    public static final int MOST_PEOPLE = 19;

    public Ownership {
        people = people == null ? Map.of() : people;
    }

    /** One that nobody else is known to use. */
    public Ownership(UUID customerId, Instant since, Instant verifiedAt, String method) {
        this(customerId, since, verifiedAt, method, null, Map.of());
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }

    /** Whether several people use it, so that it alone does not say who it is. */
    public boolean isShared() {
        return !people.isEmpty();
    }

    /** Under which keys these customers stand among its people. */
    List<String> keysOf(Set<UUID> customers) {
        return people.entrySet().stream()
                .filter(person -> customers.contains(person.getValue().customerId()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same handle as another of its people has it. */
    public Ownership of(UUID person) {
        return new Ownership(person, since, verifiedAt, method, name, people);
    }
}
