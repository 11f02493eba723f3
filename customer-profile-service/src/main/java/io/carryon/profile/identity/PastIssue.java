package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An issue as it stands on its customer.
 *
 * @param lastContactAt null when only a ticket is known of it
 * @param ticket its latest ticket, or null until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastIssue(UUID issueId, String subject, Instant lastContactAt, TicketState ticket) {

    public boolean isOpen() {
        return ticket != null && ticket.isOpen();
    }

    /** When it last moved, as far as is known. */
    Instant latest() {
        return lastContactAt != null
                ? lastContactAt
                : ticket != null ? Instant.ofEpochMilli(ticket.openedAt()) : Instant.EPOCH;
    }

    /** The same issue as it stands on two customers: its owner, and another who contacted us about it. */
    PastIssue and(PastIssue other) {
        return new PastIssue(
                issueId,
                subject != null ? subject : other.subject,
                later(lastContactAt, other.lastContactAt),
                ticket != null ? ticket : other.ticket);
    }

    /** Keys of those that have to go so that with the given one the bound is kept; closed and old ones go first. */
    static List<String> forgettable(Map<String, PastIssue> issues, UUID beside) {
        return issues.entrySet().stream()
                .filter(other -> !other.getKey().equals(beside.toString()))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(PastIssue::isOpen)
                        .reversed()
                        .thenComparing(Comparator.comparing(PastIssue::latest).reversed())))
                .skip(Customer.MOST_ISSUES - 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
