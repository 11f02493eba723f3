package io.carryon.profile.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.TicketState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issue as the interface shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Issue")
public record IssueView(
        UUID issueId,
        UUID customerId,
        @Schema(examples = "Router drops the line") String subject,
        @Schema(examples = "email") String channel,
        Instant openedAt,
        @Schema(examples = "3") int contactCount,

        @Schema(description = "Newest first, at most the last 12.")
        List<PastContact> contacts,

        @Schema(description = "Newest first.") List<TicketView> tickets) {

    /** A ticket of the issue, as last heard of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IssueTicket")
    public record TicketView(
            UUID ticketId,
            @Schema(examples = "100013") String ticketNumber,
            @Schema(examples = "OPEN") String status,
            String subject,
            String owner,
            Instant openedAt) {

        static TicketView of(TicketState ticket) {
            return new TicketView(
                    ticket.ticketId(),
                    ticket.number(),
                    ticket.status(),
                    ticket.subject(),
                    ticket.owner(),
                    Instant.ofEpochMilli(ticket.openedAt()));
        }
    }

    /** An issue in a customer's list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IssueSummary")
    public record Summary(UUID issueId, String subject, Instant lastContactAt, TicketView ticket) {

        static Summary of(PastIssue issue) {
            var ticket = issue.ticket();
            return new Summary(
                    issue.issueId(),
                    issue.subject() == null && ticket != null ? ticket.subject() : issue.subject(),
                    issue.lastContactAt(),
                    ticket == null ? null : TicketView.of(ticket));
        }
    }

    /** A customer's issues; all that are kept on the customer, so there is no next page. */
    @Schema(name = "Issues")
    public record Issues(List<Summary> items, String next, boolean hasMore) {}

    static IssueView of(Issue issue) {
        return new IssueView(
                issue.id(),
                issue.customerId(),
                issue.subject(),
                issue.channel(),
                issue.openedAt(),
                issue.contactCount(),
                issue.latestContacts(),
                issue.tickets().values().stream()
                        .sorted(Comparator.comparingLong(TicketState::openedAt).reversed())
                        .map(TicketView::of)
                        .toList());
    }
}
