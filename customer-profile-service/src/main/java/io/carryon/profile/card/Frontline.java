package io.carryon.profile.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came before with the front line, about whatever.
 *
 * @param days how far back it looks
 * @param contacts in these days, of the last 30
 * @param agents who answered in these days, at most 5
 * @param last the contact before this one, or null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CardFrontline")
public record Frontline(
        @Schema(examples = "90") int days,
        @Schema(examples = "4") int contacts,
        List<String> channels,
        List<String> agents,
        Last last) {

    private static final int DAYS = 90;
    private static final int MOST_AGENTS = 5;

    /** The contact before this one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CardLastContact")
    public record Last(
            UUID contactId,
            Instant at,
            @Schema(examples = "phone") String channel,
            UUID issueId) {}

    static Frontline of(Optional<Customer> customer, Instant now) {
        var from = now.minus(Duration.ofDays(DAYS));
        var known = customer.map(Customer::latestContacts).orElse(List.of());
        var recent = known.stream().filter(past -> !past.at().isBefore(from)).toList();
        return new Frontline(
                DAYS,
                recent.size(),
                recent.stream().map(PastContact::channel).distinct().toList(),
                customer.map(Customer::latestIssues).orElse(List.of()).stream()
                        .map(PastIssue::ticket)
                        .filter(Objects::nonNull)
                        .map(TicketState::workDone)
                        .filter(work -> work.lastReplyAt() != null
                                && !work.lastReplyAt().isBefore(from))
                        .flatMap(work -> work.agents().stream())
                        .distinct()
                        .limit(MOST_AGENTS)
                        .toList(),
                known.stream()
                        .findFirst()
                        .map(past -> new Last(past.contactId(), past.at(), past.channel(), past.issueId()))
                        .orElse(null));
    }
}
