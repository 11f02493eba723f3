package io.carryon.profile.recognition.training;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads confirmed links month by month, a page at a time; one read a month. */
@ApplicationScoped
public class ConfirmedLinksPage {

    /** Months that are gone through at most. */
    static final int MOST_MONTHS = 36;

    private final ConfirmedLinks links;
    private final Clock clock;

    public ConfirmedLinksPage(ConfirmedLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** @param next the cursor of the next page, or null */
    record Page(List<ConfirmedLink> links, String next) {}

    /** Where a link stands: its document's month, when it was said, its contact. */
    private record Position(YearMonth month, Instant at, UUID contact) {

        private static final Comparator<Position> ORDER = Comparator.comparing(Position::month)
                .thenComparing(Position::at)
                .thenComparing(Position::contact);

        String cursor() {
            var text = month + "|" + at + "|" + contact;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Position read(String cursor) {
            try {
                var part = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
                if (part.length == 3) {
                    return new Position(YearMonth.parse(part[0]), Instant.parse(part[1]), UUID.fromString(part[2]));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw notOurs();
            }
            throw notOurs();
        }

        private static ProblemException notOurs() {
            return ProblemException.invalid("/cursor", "must be the next of a page before");
        }
    }

    /** @param cursor the former page's next, or null to begin with the oldest of the last three years */
    Page read(String cursor, int limit) {
        var after = cursor == null ? null : Position.read(cursor);
        var now = Customer.month(clock.instant());
        var earliest = now.minusMonths(MOST_MONTHS - 1);
        var found = new ArrayList<ConfirmedLink>();
        var places = new ArrayList<Position>();
        for (var month = after == null || after.month().isBefore(earliest) ? earliest : after.month();
                !month.isAfter(now) && found.size() <= limit;
                month = month.plusMonths(1)) {
            for (var link : links.month(month)) {
                var place = new Position(month, link.at(), link.contactId());
                if (after == null || Position.ORDER.compare(place, after) > 0) {
                    found.add(link);
                    places.add(place);
                }
            }
        }
        var size = Math.min(limit, found.size());
        return new Page(
                List.copyOf(found.subList(0, size)),
                found.size() > limit ? places.get(size - 1).cursor() : null);
    }
}
