package io.carryon.profile.merge;

import io.carryon.profile.acts.Actor;
import io.carryon.profile.identity.Group;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A change of who is merged with whom, decided on what all changes before it left.
 *
 * @param turn its number, rising over all changes
 * @param change {@code merged} or {@code unmerged}
 * @param customerId who was absorbed or set free
 * @param survivorId who is, or was, shown for them
 * @param groups what it makes: the survivor's group, then that of those set free
 */
public record GroupChange(
        long turn,
        UUID actId,
        String change,
        UUID customerId,
        UUID survivorId,
        List<Group> groups,
        Instant at,
        Actor by) {

    static final String MERGED = "merged";
    static final String UNMERGED = "unmerged";

    List<UUID> members() {
        return groups.getFirst().members();
    }

    /** Those who were set free by it; none where it merged. */
    List<UUID> freed() {
        return groups.size() > 1 ? groups.getLast().members() : List.of();
    }
}
