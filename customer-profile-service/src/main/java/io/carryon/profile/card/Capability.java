package io.carryon.profile.card;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.TicketState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the customer has reason to think of how well we can help, from their last 20 issues.
 *
 * @param scores how they rated us, newest first, at most 5
 * @param waits how long the first answer took, latest ticket first, at most 5
 * @param brokenPromises how often they did not hear from us by the time we said
 */
@Schema(name = "CardCapability")
public record Capability(List<Score> scores, List<Wait> waits, int brokenPromises) {

    private static final int MOST = 5;

    /** A rating, from 1 to 5. */
    @Schema(name = "CardScore")
    public record Score(
            @Schema(examples = "4") int score,
            Instant at,
            @Schema(examples = "100013") String ticketNumber) {}

    /** How long a ticket's first answer took. */
    @Schema(name = "CardWait")
    public record Wait(
            @Schema(examples = "100013") String ticketNumber,
            @Schema(examples = "5400") long firstResponseSeconds) {}

    static Capability of(Optional<Customer> customer, Instant now) {
        var tickets = customer.map(Customer::latestIssues).orElse(List.of()).stream()
                .map(PastIssue::ticket)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(TicketState::openedAt)
                        .thenComparing(TicketState::number)
                        .reversed())
                .toList();
        return new Capability(
                tickets.stream()
                        .filter(ticket -> ticket.workDone().rating() != null)
                        .sorted(Comparator.comparing((TicketState ticket) ->
                                        ticket.workDone().ratedAt())
                                .reversed())
                        .limit(MOST)
                        .map(ticket -> new Score(
                                ticket.workDone().rating(), ticket.workDone().ratedAt(), ticket.number()))
                        .toList(),
                tickets.stream()
                        .filter(ticket -> ticket.workDone().firstReplyAt() != null)
                        .limit(MOST)
                        .map(ticket -> new Wait(
                                ticket.number(),
                                Experience.firstResponse(ticket).toSeconds()))
                        .toList(),
                tickets.stream()
                        .mapToInt(ticket -> ticket.workDone().broken(now))
                        .sum());
    }
}
