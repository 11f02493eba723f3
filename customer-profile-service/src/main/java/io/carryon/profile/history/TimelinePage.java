package io.carryon.profile.history;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads a customer's timeline newest first, a page at a time, month by month. */
@ApplicationScoped
public class TimelinePage {

    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::month)
            .thenComparing(Position::at)
            .thenComparing(Position::key)
            .reversed();

    private final Timeline timeline;
    private final IssueStore issues;

    public TimelinePage(Timeline timeline, IssueStore issues) {
        this.timeline = timeline;
        this.issues = issues;
    }

    /** @param next cursor of the following page, or null after the last */
    public record Page(List<TimelineEntry> items, String next) {}

    /** Where an entry stands: its document's month, its time, its key. */
    private record Position(UUID customer, YearMonth month, Instant at, String key) {

        String cursor() {
            var text = String.join("|", customer.toString(), month.toString(), at.toString(), key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Position read(String cursor, UUID customer) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                var part = text.split("\\|", 4);
                if (part.length == 4 && part[0].equals(customer.toString())) {
                    return new Position(customer, YearMonth.parse(part[1]), Instant.parse(part[2]), part[3]);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw notOurs();
            }
            throw notOurs();
        }

        private static ProblemException notOurs() {
            return ProblemException.invalid("/cursor", "must be the next of this customer's timeline");
        }
    }

    /** @param cursor the former page's {@code next}, or null for the newest entries */
    public Page read(Customer customer, String cursor, int limit) {
        var after = cursor == null ? null : Position.read(cursor, customer.id());
        var found = new ArrayList<Map.Entry<Position, TimelineEntry>>();
        var months = customer.timelineMonths();
        for (var month : (after == null ? months : months.headSet(after.month(), true)).descendingSet()) {
            timeline.month(customer.id(), month).entrySet().stream()
                    .map(entry -> Map.entry(
                            new Position(customer.id(), month, entry.getValue().at(), entry.getKey()),
                            entry.getValue()))
                    .filter(entry -> after == null || NEWEST_FIRST.compare(entry.getKey(), after) > 0)
                    .sorted(Map.Entry.comparingByKey(NEWEST_FIRST))
                    .forEach(found::add);
            if (found.size() > limit) {
                break;
            }
        }
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? page.getLast().getKey().cursor() : null;
        return new Page(numbered(page.stream().map(Map.Entry::getValue).toList()), next);
    }

    /** A contact comes before its ticket, so its ticket's number is looked up when it is shown. */
    private List<TimelineEntry> numbered(List<TimelineEntry> entries) {
        var known = issues.find(entries.stream()
                .filter(entry -> entry.ticketNumber() == null && entry.issueId() != null)
                .map(TimelineEntry::issueId)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> known.containsKey(entry.issueId()) && entry.ticketNumber() == null
                        ? entry.withTicket(known.get(entry.issueId())
                                .latestTicket()
                                .map(ticket -> ticket.number())
                                .orElse(null))
                        : entry)
                .toList();
    }
}
