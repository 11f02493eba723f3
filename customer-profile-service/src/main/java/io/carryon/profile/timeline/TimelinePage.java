package io.carryon.profile.timeline;

import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads a customer's timeline newest first, a page at a time, as many months at once as the page is likely to need. */
@ApplicationScoped
public class TimelinePage {

    /** Months read at once at most, which are small ones then: large ones fill the page sooner. */
    private static final int MOST_MONTHS = 24;

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
    public TimelineView read(Customer customer, String cursor, int limit) {
        var after = cursor == null ? null : Position.read(cursor, customer.id());
        var found = new ArrayList<Map.Entry<Position, TimelineEntry>>();
        var known = customer.timelineMonths();
        var open = new ArrayDeque<>((after == null ? known : known.headSet(after.month(), true)).descendingSet());
        while (!open.isEmpty() && found.size() <= limit) {
            var months = next(customer, open, after, limit + 1 - found.size());
            timeline.months(customer.members(), months).entrySet().stream()
                    .flatMap(month -> entries(customer.id(), month.getKey(), month.getValue()))
                    .filter(entry -> after == null || NEWEST_FIRST.compare(entry.getKey(), after) > 0)
                    .sorted(Map.Entry.comparingByKey(NEWEST_FIRST))
                    .forEach(found::add);
        }
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? page.getLast().getKey().cursor() : null;
        var entries = page.stream().map(Map.Entry::getValue).toList();
        return TimelineView.of(entries, issuesOf(entries), next);
    }

    /** Takes from the open months, newest first, those that are likely to hold as many entries as are wanted. */
    private static List<YearMonth> next(Customer customer, Deque<YearMonth> open, Position after, int wanted) {
        var months = new ArrayList<YearMonth>();
        for (int likely = 0; likely < wanted && months.size() < MOST_MONTHS && !open.isEmpty(); ) {
            var month = open.removeFirst();
            months.add(month);
            // How much of its month the page before left over is not known.
            likely += after != null && month.equals(after.month()) ? 0 : customer.entries(month);
        }
        return months;
    }

    private static Stream<Map.Entry<Position, TimelineEntry>> entries(
            UUID customer, YearMonth month, Map<String, TimelineEntry> entries) {
        return entries.entrySet().stream()
                .map(entry -> Map.entry(
                        new Position(customer, month, entry.getValue().at(), entry.getKey()), entry.getValue()));
    }

    /** A contact comes before its ticket, so its ticket's number is looked up when it is shown. */
    private Map<UUID, Issue> issuesOf(List<TimelineEntry> entries) {
        return issues.find(entries.stream()
                .filter(entry -> entry.ticketNumber() == null && entry.issueId() != null)
                .map(TimelineEntry::issueId)
                .distinct()
                .toList());
    }
}
