package io.carryon.profile.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.NoServer;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.identity.Customer;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TimelinePageTest {

    private static final YearMonth NEWEST = YearMonth.of(2026, 11);

    private final UUID id = UUID.randomUUID();
    private final Map<String, Integer> months = new HashMap<>();
    private final Stored documents = new Stored();
    private final Shapes shapes = new Shapes();
    private final TimelinePage pages =
            new TimelinePage(new Timeline(documents, shapes), new IssueStore(documents, shapes));

    /** Documents that count how often they are asked for. */
    private static final class Stored extends Documents {

        private final Map<String, Document> byId = new HashMap<>();
        private int reads;

        Stored() {
            super(null, new NoServer());
        }

        @Override
        public Map<String, Document> find(Collection<String> ids) {
            if (ids.isEmpty()) {
                return Map.of();
            }
            reads++;
            var found = new HashMap<>(byId);
            found.keySet().retainAll(ids);
            return found;
        }
    }

    private void month(YearMonth month, int contacts) {
        var entries = new Document();
        for (int i = 0; i < contacts; i++) {
            entries.append(
                    UUID.randomUUID().toString(),
                    new Document("kind", "contact")
                            .append("at", instant(month, i).toString())
                            .append("subject", month + " " + i));
        }
        documents.byId.put(Timeline.documentId(id, month), new Document("entries", entries));
        months.put(month.toString(), contacts);
    }

    private static Instant instant(YearMonth month, int seconds) {
        return month.atDay(1).atStartOfDay().plusSeconds(seconds).toInstant(ZoneOffset.UTC);
    }

    private Customer customer() {
        return new Customer(id, "Jana", Instant.EPOCH, 1, null, null, null, months, null);
    }

    private List<TimelineView> all(int limit) {
        var read = new ArrayList<TimelineView>();
        String cursor = null;
        do {
            read.add(pages.read(customer(), cursor, limit));
            cursor = read.getLast().next();
        } while (cursor != null);
        return read;
    }

    private static List<String> subjects(List<TimelineView> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream().map(TimelineView.Entry::subject))
                .toList();
    }

    @Test
    void aContactAMonthForYearsIsOnePageInAFewReads() {
        IntStream.range(0, 60).forEach(i -> month(NEWEST.minusMonths(i), 1));

        var page = pages.read(customer(), null, 25);

        assertThat(page.items()).hasSize(25);
        assertThat(page.hasMore()).isTrue();
        assertThat(documents.reads).isLessThanOrEqualTo(2);
    }

    @Test
    void aMonthThatFillsThePageIsReadAlone() {
        month(NEWEST, 30);
        IntStream.range(1, 60).forEach(i -> month(NEWEST.minusMonths(i), 30));

        assertThat(pages.read(customer(), null, 25).items()).hasSize(25);
        assertThat(documents.reads).isEqualTo(1);
    }

    @Test
    void everyEntryIsOnExactlyOnePageNewestFirst() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            month(NEWEST.minusMonths(i), i % 7);
            for (int newest = i % 7 - 1; newest >= 0; newest--) {
                expected.add(NEWEST.minusMonths(i) + " " + newest);
            }
        }

        assertThat(subjects(all(10))).containsExactlyElementsOf(expected);
    }
}
