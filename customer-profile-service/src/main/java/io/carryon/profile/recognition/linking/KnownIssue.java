package io.carryon.profile.recognition.linking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * An earlier issue of the customer with what was said about it.
 *
 * @param resolvedAt when its last ticket was resolved; null while it is open
 * @param contacts at least one
 */
public record KnownIssue(UUID id, Instant resolvedAt, List<KnownContact> contacts) {

    public boolean isOpen() {
        return resolvedAt == null;
    }

    /** When the customer was last in touch about it. */
    public Instant latestContactAt() {
        return contacts.stream()
                .map(KnownContact::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
