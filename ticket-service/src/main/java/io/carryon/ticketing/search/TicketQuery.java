package io.carryon.ticketing.search;

import io.carryon.ticketing.storage.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds the tickets that fulfil some conditions and have some words, latest first. Words may stand in half of all tickets
 * or in one. Where few tickets are expected, the index finds them all. Else the latest tickets are looked through first,
 * some hundreds of them, which finds what is common; then the index is asked for ever longer stretches of time, which
 * finds the latest of what is less common.
 */
final class TicketQuery {

    /** So many are all read, and put in order then. */
    private static final long FEW = 3_000;

    /** Tickets that are looked through one by one, for each that is wanted; and at least so many. */
    private static final int LOOKED_THROUGH_EACH = 6;

    private static final int LOOKED_THROUGH = 300;

    private final List<Condition> conditions;
    private final List<QueryTerm> words;
    private final TicketSort sort;

    /** Where the page before ended. */
    record Mark(Instant time, UUID id) {}

    /** @param words the parts of a query that are no fields */
    TicketQuery(List<Condition> conditions, List<QueryTerm> words, TicketSort sort) {
        this.conditions = List.copyOf(conditions);
        this.words = List.copyOf(words);
        this.sort = sort;
    }

    /** Tells this query from every other, so that a cursor is used with its own. */
    String fingerprint() {
        return sort + " " + conditions + " " + words;
    }

    /** At most {@code limit} tickets, after the mark if there is one. */
    List<TicketSummary> run(Connection connection, Mark after, int limit, Clock clock) throws SQLException {
        var wanted = WordQuery.of(words, connection);
        if (wanted == null) {
            return latest(SummaryColumns.NAMES, with(conditions, after), limit).rows(connection, SummaryColumns::read);
        }
        if (wanted.expected(connection) <= FEW) {
            // Words that go together are in more tickets than expected of each by itself.
            var few = having(connection, wanted);
            if (few.size() <= FEW) {
                return among(few, with(conditions, after), limit).rows(connection, SummaryColumns::read);
            }
        }
        var inOrder = with(conditions.stream().filter(Condition::hasIndex).toList(), after);
        var most = Math.max(LOOKED_THROUGH, LOOKED_THROUGH_EACH * limit);
        var found = lookedThrough(wanted, inOrder, most, limit).rows(connection, SummaryColumns::read);
        if (found.size() == limit || areAll(connection, inOrder, most)) {
            return found;
        }
        for (var era : Eras.backFrom(after == null ? latest(connection, clock) : after.time(), sort)) {
            found = indexed(wanted, era, with(conditions, after), limit).rows(connection, SummaryColumns::read);
            if (found.size() == limit) {
                return found;
            }
        }
        return found;
    }

    /** When the last ticket was changed (or opened): nothing may have come for months. */
    private Instant latest(Connection connection, Clock clock) throws SQLException {
        var found = new Statement()
                .add("select max(t.%s) as latest from ticketing.ticket t".formatted(sort.column()))
                .rows(connection, row -> Sql.instant(row, "latest"))
                .getFirst();
        var now = clock.instant();
        return found == null || found.isAfter(now) ? now : found;
    }

    /** How many there are, counted up to {@code most}. */
    int count(Connection connection, int most, Clock clock) throws SQLException {
        return words.isEmpty()
                ? count(connection, conditions, most)
                : run(connection, null, most, clock).size();
    }

    /** All of them, in order; its rows are read as they are wanted when the connection commits nothing by itself. */
    PreparedStatement all(Connection connection) throws SQLException {
        var wanted = WordQuery.of(words, connection);
        var select = wanted == null
                ? new Statement()
                        .add("select " + SummaryColumns.NAMES + " from ticketing.ticket t")
                        .where(conditions)
                : everything(SummaryColumns.NAMES, wanted);
        return select.add(" order by t.%s desc, t.id desc".formatted(sort.column()))
                .prepared(connection);
    }

    /** Tickets with the words, whatever else is asked; one more than few when there are more. */
    private static List<String> having(Connection connection, WordQuery wanted) throws SQLException {
        return new Statement()
                .add("select s.ticket_id from ticketing.ticket_search s")
                .where(wanted.conditions(null))
                .add(" limit ?", FEW + 1)
                .rows(connection, row -> row.getString(1));
    }

    private Statement among(List<String> ids, List<Condition> others, int limit) {
        var all = new ArrayList<Condition>();
        all.add(Condition.of("t.id = any(?::uuid[])", ids));
        all.addAll(others);
        return new Statement()
                .add("select " + SummaryColumns.NAMES + " from ticketing.ticket t")
                .where(all)
                .add(order(), limit);
    }

    private static boolean areAll(Connection connection, List<Condition> inOrder, int most) throws SQLException {
        return !inOrder.isEmpty() && count(connection, inOrder, most) < most;
    }

    private static int count(Connection connection, List<Condition> conditions, int most) throws SQLException {
        return new Statement()
                .add("select count(*) from (select 1 from ticketing.ticket t")
                .where(conditions)
                .add(" limit ?) as counted", most)
                .rows(connection, row -> row.getInt(1))
                .getFirst();
    }

    private Statement everything(String columns, WordQuery wanted) {
        var all = new ArrayList<>(wanted.conditions(null));
        all.addAll(conditions);
        return new Statement()
                .add("select " + columns
                        + " from ticketing.ticket t join ticketing.ticket_search s on s.ticket_id = t.id")
                .where(all);
    }

    /** The latest tickets: of each of several statuses by itself, as an index has them, then of all of them. */
    private Statement latest(String columns, List<Condition> all, int limit) {
        var several =
                all.stream().filter(condition -> condition.either().size() > 1).findFirst();
        if (several.isEmpty()) {
            return new Statement()
                    .add("select " + columns + " from ticketing.ticket t")
                    .where(all)
                    .add(order(), limit);
        }
        var union = new Statement().add("select " + columns + " from (");
        var separator = "(";
        for (var one : several.get().either()) {
            var those = all.stream()
                    .map(condition -> condition.equals(several.get()) ? one : condition)
                    .toList();
            union.add(separator).add(latest("t.*", those, limit)).add(")");
            separator = " union all (";
        }
        return union.add(") as t" + order(), limit);
    }

    private Statement lookedThrough(WordQuery wanted, List<Condition> inOrder, int most, int limit) {
        var others = new ArrayList<Condition>();
        others.add(Condition.of("s.words @@ ?::tsquery", wanted.written()));
        conditions.stream().filter(condition -> !condition.hasIndex()).forEach(others::add);
        return new Statement()
                .add("select " + SummaryColumns.NAMES + " from (")
                .add(latest("t.*", inOrder, most))
                .add(") as t join ticketing.ticket_search s on s.ticket_id = t.id")
                .where(others)
                .add(order(), limit);
    }

    /** The words' tickets are found first, whatever the planner thinks of the order and the limit. */
    private Statement indexed(WordQuery wanted, String era, List<Condition> all, int limit) {
        return new Statement()
                .add("with found as materialized (select s.ticket_id from ticketing.ticket_search s")
                .where(wanted.conditions(era))
                .add(") select " + SummaryColumns.NAMES + " from found f cross join lateral ("
                        + "select * from ticketing.ticket where id = f.ticket_id offset 0) as t")
                .where(all)
                .add(order(), limit);
    }

    private List<Condition> with(List<Condition> given, Mark after) {
        var all = new ArrayList<>(given);
        if (after != null) {
            all.add(Condition.indexed("(t.%s, t.id) < (?, ?)".formatted(sort.column()), after.time(), after.id()));
        }
        return all;
    }

    private String order() {
        return " order by t." + sort.column() + " desc, t.id desc limit ?";
    }
}
