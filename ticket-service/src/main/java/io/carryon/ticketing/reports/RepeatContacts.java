package io.carryon.ticketing.reports;

import io.carryon.ticketing.reports.RepeatContactReport.Group;
import io.carryon.ticketing.reports.RepeatContactReport.Grouping;
import io.carryon.ticketing.reports.RepeatContactReport.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import javax.sql.DataSource;

/** Counts issues by their first contact and the time of their second, from the index of first contacts alone. */
@ApplicationScoped
class RepeatContacts {

    static final int MOST_GROUPS = 500;

    // A row of all comes first: grouping() is 1 for it.
    private static final String COUNT = """
            select grouping(key), key,
                   count(*) filter (where ended),
                   count(*) filter (where ended and repeated),
                   count(*) filter (where ended and resolved),
                   count(*) filter (where ended and not repeated and not resolved),
                   count(*) filter (where not ended)
            from (select %s as key, resolved, at + ?::interval <= ?::timestamptz as ended,
                         coalesce(next_at <= at + ?::interval, false) as repeated
                  from ticketing.issue_contact where position = 1 and at >= ? and at < ?) as first_contact
            group by grouping sets ((), (key))
            order by 1 desc, count(*) desc, key limit ?""";

    private final DataSource database;
    private final Clock clock;

    RepeatContacts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The report on issues whose first contact came on one of the days from {@code from} to before {@code to}, UTC. */
    RepeatContactReport report(LocalDate from, LocalDate to, int window, Grouping by) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql(by))) {
            bind(select, from, to, window, clock.instant());
            try (var row = select.executeQuery()) {
                row.next();
                var total = group(row, false);
                var groups = new ArrayList<Group>();
                while (by != Grouping.none && row.next()) {
                    groups.add(group(row, true));
                }
                var hasMore = groups.size() > MOST_GROUPS;
                return new RepeatContactReport(
                        from, to, window, by, total, hasMore ? groups.subList(0, MOST_GROUPS) : groups, hasMore);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The contacts cannot be counted", e);
        }
    }

    static String sql(Grouping by) {
        return COUNT.formatted(
                switch (by) {
                    case channel -> "lower(channel)";
                    case topic -> "topic";
                    case agent -> "agent";
                    case queue -> "queue";
                    case none -> "null::text";
                });
    }

    static void bind(PreparedStatement select, LocalDate from, LocalDate to, int window, Instant now)
            throws SQLException {
        // Hours: a day of the session's time zone may have one more or less.
        var length = "PT%dH".formatted(Duration.ofDays(window).toHours());
        select.setString(1, length);
        select.setObject(2, now.atOffset(ZoneOffset.UTC));
        select.setString(3, length);
        select.setObject(4, startOf(from));
        select.setObject(5, startOf(to));
        select.setInt(6, MOST_GROUPS + 2);
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Group group(ResultSet row, boolean named) throws SQLException {
        var key = row.getString(2);
        var ended = row.getLong(3);
        var repeated = row.getLong(4);
        return new Group(
                named && key == null ? "unknown" : key,
                Share.of(repeated, ended),
                Share.of(ended - repeated, ended),
                Share.of(row.getLong(5), ended),
                row.getLong(6),
                row.getLong(7));
    }
}
