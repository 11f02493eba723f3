package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.TicketNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Builds the query of a list: the conditions that were given, in one order, after one mark. */
final class TicketQuery {

    private static final int MOST_WORDS = 8;

    /** Merged customers have their tickets together, whichever of them is asked for. */
    private static final String OF_GROUP = """
            t.customer_id = any(array(
                with asked (id) as (values (?::uuid)), survivor (id) as (
                    select coalesce(g.survivor_id, asked.id)
                    from asked left join ticketing.customer_group g on g.member_id = asked.id)
                select id from asked union select id from survivor
                union select g.member_id from ticketing.customer_group g join survivor on g.survivor_id = survivor.id))""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final TicketSort sort;

    TicketQuery(TicketFilter filter, TicketSort sort, Supplier<String> me) {
        this.sort = sort;
        if (filter.status != null && !filter.status.isEmpty()) {
            where("t.status = any(?)", filter.status);
        }
        where("t.queue = ?", filter.queue);
        owner(filter.owner, me);
        where(OF_GROUP, filter.customerId);
        where("t.issue_id = ?", filter.issueId);
        // As an array, which is found first: a join might walk through all tickets in the order of the list instead.
        where("t.id = any(array(select e.ticket_id from ticketing.entry e where e.contact_id = ?))", filter.contactId);
        where("t.number = ?", number(filter.number));
        where("t.channel = ?", filter.channel == null ? null : filter.channel.channel());
        where("t.opened_at >= ?", filter.openedAfter == null ? null : filter.openedAfter.instant());
        where("t.opened_at < ?", filter.openedBefore == null ? null : filter.openedBefore.instant());
        words(filter.q);
    }

    /** Tells this query from every other, so that a cursor is used with its own. */
    String fingerprint() {
        return sort + " " + conditions + " " + values;
    }

    /** At most {@code limit} tickets, after the mark if there is one. */
    List<TicketSummary> run(DataSource database, Instant afterTime, UUID afterId, int limit) {
        var all = new ArrayList<>(values);
        if (afterTime != null) {
            all.add(afterTime);
            all.add(afterId);
        }
        all.add(limit);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql(afterTime != null))) {
            for (var at = 0; at < all.size(); at++) {
                bind(connection, select, at + 1, all.get(at));
            }
            try (var found = select.executeQuery()) {
                var page = new ArrayList<TicketSummary>();
                while (found.next()) {
                    page.add(SummaryColumns.read(found));
                }
                return page;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The list cannot be read", e);
        }
    }

    private String sql(boolean marked) {
        var all = new ArrayList<>(conditions);
        if (marked) {
            all.add("(t." + sort.column() + ", t.id) < (?, ?)");
        }
        var where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
        return "select " + SummaryColumns.NAMES + " from ticketing.ticket t" + where + " order by t." + sort.column()
                + " desc, t.id desc limit ?";
    }

    private static void bind(Connection connection, PreparedStatement select, int at, Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> select.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> name -> select.setString(at, name.name());
            case List<?> names ->
                select.setArray(
                        at,
                        connection.createArrayOf(
                                "text", names.stream().map(Object::toString).toArray(String[]::new)));
            default -> select.setObject(at, value);
        }
    }

    private void where(String condition, Object value) {
        if (value != null && !"".equals(value)) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private void owner(String owner, Supplier<String> me) {
        if ("none".equals(owner)) {
            conditions.add("t.owner is null");
        } else {
            where("t.owner = ?", "me".equals(owner) ? me.get() : owner);
        }
    }

    private void words(String q) {
        var words = q == null ? new String[0] : q.strip().split("\\s+");
        if (words.length > MOST_WORDS) {
            throw ProblemException.invalid("q", "must not have more than %d words".formatted(MOST_WORDS));
        }
        for (var word : words) {
            var pattern = word.replaceAll("([\\\\%_])", "\\\\$1");
            where("lower(t.subject) like lower(?) escape '\\'", pattern.isEmpty() ? null : "%" + pattern + "%");
        }
    }

    /** The number as stored; what cannot be one matches nothing. */
    private static String number(String typed) {
        return typed == null
                ? null
                : TicketNumber.parse(typed).map(TicketNumber::value).orElse("none");
    }
}
