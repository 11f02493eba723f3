package io.carryon.ticketing.sla;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.ClockKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Counts waits by the day they were due, from one index alone: each is counted once, whenever it ends. */
@ApplicationScoped
class SlaReports {

    static final int MOST_ROWS = 500;
    private static final double LAG = 0.05;
    private static final long FEW = 10;

    // Rows of all come first: grouping() is 1 for them.
    private static final String COUNT = """
            select grouping(key) as total, key, kind,
                   count(*) filter (where outcome = 'MET') as met,
                   count(*) filter (where outcome = 'MISSED') as missed,
                   count(*) filter (where outcome in ('RUNNING', 'PAUSED') and due_at < ?) as overdue,
                   count(*) filter (where outcome = 'WITHDRAWN') as withdrawn,
                   percentile_disc(0.5) within group (order by worked_sec)
                       filter (where outcome in ('MET', 'MISSED')) as median
            from (select %s as key, kind, outcome, due_at, worked_sec
                  from ticketing.sla_clock where due_at >= ? and due_at < ?) as due
            group by grouping sets ((kind), (kind, key))
            order by 1 desc, count(*) desc, key limit ?""";

    private final Sql sql;
    private final Clock clock;

    SlaReports(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** The report on waits that were due on one of the days from {@code from} to before {@code to}, UTC. */
    SlaReport report(LocalDate from, LocalDate to, SlaReport.Grouping by) {
        record Found(boolean total, SlaReport.Row row) {}
        var found = sql.list(
                COUNT.formatted(column(by)),
                row -> new Found(row.getInt("total") == 1, row(row)),
                clock.instant(),
                start(from),
                start(to),
                MOST_ROWS + ClockKind.values().length + 1);
        var total = found.stream()
                .filter(Found::total)
                .map(Found::row)
                .sorted(Comparator.comparing(SlaReport.Row::kind))
                .toList();
        var all = total.stream().collect(Collectors.toMap(SlaReport.Row::kind, Function.identity()));
        var groups = found.stream()
                .filter(one -> !one.total() && by != SlaReport.Grouping.none)
                .map(one -> judged(one.row(), all))
                .toList();
        return new SlaReport(
                from,
                to,
                by,
                total,
                groups.stream()
                        .limit(MOST_ROWS)
                        .sorted(Comparator.comparing(SlaReport.Row::lags).reversed())
                        .toList(),
                groups.size() > MOST_ROWS);
    }

    private static String column(SlaReport.Grouping by) {
        return switch (by) {
            case channel -> "lower(channel)";
            case queue -> "queue";
            case priority -> "priority";
            case tier -> "tier";
            case policy -> "policy";
            case none -> "null::text";
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static SlaReport.Row row(ResultSet row) throws SQLException {
        var met = row.getLong("met");
        var late = row.getLong("missed") + row.getLong("overdue");
        var key = row.getString("key");
        return new SlaReport.Row(
                row.getInt("total") == 1 ? null : key == null ? "unknown" : key,
                ClockKind.valueOf(row.getString("kind")),
                met,
                row.getLong("missed"),
                row.getLong("overdue"),
                row.getLong("withdrawn"),
                met + late == 0 ? null : Math.round(10_000d * met / (met + late)) / 10_000d,
                row.getObject("median", Long.class),
                false);
    }

    private static SlaReport.Row judged(SlaReport.Row row, Map<ClockKind, SlaReport.Row> all) {
        var lags = row.rate() != null
                && row.met() + row.missed() + row.overdue() >= FEW
                && row.rate() <= all.get(row.kind()).rate() - LAG;
        return new SlaReport.Row(
                row.key(),
                row.kind(),
                row.met(),
                row.missed(),
                row.overdue(),
                row.withdrawn(),
                row.rate(),
                row.medianSec(),
                lags);
    }
}
