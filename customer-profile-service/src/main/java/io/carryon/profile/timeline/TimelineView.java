package io.carryon.profile.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the timeline as the interface shows it.
 *
 * @param next cursor of the following page, or null after the last
 */
@Schema(name = "Timeline")
public record TimelineView(List<Entry> items, String next, boolean hasMore) {

    /** One thing that happened between a customer and us. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineEntry")
    public record Entry(
            @Schema(enumeration = {"contact", "reply", "ticket"})
            String kind,

            Instant at,
            @Schema(examples = "email") String channel,
            String subject,

            @Schema(description = "The beginning of the text, in one line.")
            String excerpt,

            UUID issueId,
            @Schema(examples = "100013") String ticketNumber,
            UUID contactId,
            UUID replyId,
            UUID ticketId,

            @Schema(examples = "STATUS_CHANGED") String change,
            @Schema(examples = "RESOLVED") String status,

            @Schema(description = "Who wrote a reply.") String author,

            @Schema(description = "What became of a reply, once that is known.")
            Delivery delivery) {

        private static Entry of(TimelineEntry entry, Map<UUID, Issue> issues) {
            return new Entry(
                    entry.kind(),
                    entry.at(),
                    entry.channel(),
                    entry.subject(),
                    entry.excerpt(),
                    entry.issueId(),
                    entry.ticketNumber() == null ? numberOf(issues.get(entry.issueId())) : entry.ticketNumber(),
                    entry.contactId(),
                    entry.replyId(),
                    entry.ticketId(),
                    entry.change(),
                    entry.status(),
                    entry.author(),
                    entry.delivery() == null ? null : Delivery.of(entry.delivery()));
        }

        private static String numberOf(Issue issue) {
            return issue == null
                    ? null
                    : issue.latestTicket().map(TicketState::number).orElse(null);
        }
    }

    /** What became of a reply. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineDelivery")
    public record Delivery(
            Instant reportedAt, @Schema(examples = "SENT") String outcome, String reason) {

        private static Delivery of(TimelineEntry.Delivery delivery) {
            return new Delivery(Instant.ofEpochMilli(delivery.reportedAt()), delivery.outcome(), delivery.reason());
        }
    }

    /** @param issues those the entries are about, whose tickets came after the contacts */
    static TimelineView of(List<TimelineEntry> entries, Map<UUID, Issue> issues, String next) {
        return new TimelineView(
                entries.stream().map(entry -> Entry.of(entry, issues)).toList(), next, next != null);
    }
}
