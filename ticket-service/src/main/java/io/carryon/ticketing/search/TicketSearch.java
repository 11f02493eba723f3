package io.carryon.ticketing.search;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Finds tickets for whoever is signed in. */
@ApplicationScoped
public class TicketSearch {

    /** Beyond it a count says how many there are at least. */
    static final int MOST_COUNTED = 1_000;

    private final DataSource database;
    private final QueryFields fields;
    private final VisibleQueues visible;
    private final SignedIn signedIn;
    private final Clock clock;

    TicketSearch(DataSource database, QueryFields fields, VisibleQueues visible, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.fields = fields;
        this.visible = visible;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Reading<T> {

        T from(Connection connection) throws SQLException;
    }

    /** A page of the tickets that a query in {@link QuerySyntax} asks for; 400 for what it does not allow. */
    public TicketPage page(String q, TicketSort sort, String cursor, int limit) {
        return page(query(Stream.empty(), q, sort), sort, cursor, limit, false);
    }

    /** How many tickets a query asks for. */
    public TicketTotal count(String q) {
        return total(query(Stream.empty(), q, TicketSort.updated));
    }

    /** 400 for a query that cannot be understood. */
    public void check(String q) {
        read(connection -> WordQuery.of(words(QuerySyntax.parse(q)), connection));
        query(Stream.empty(), q, TicketSort.updated);
    }

    TicketPage page(TicketQuery query, TicketSort sort, String cursor, int limit, boolean counted) {
        var mark = cursor == null ? null : mark(cursor, query.fingerprint());
        var found = read(connection -> query.run(connection, mark, limit + 1, clock));
        var slice = Slice.of(found, limit);
        return new TicketPage(
                slice.items(),
                slice.next(last -> after(last, sort, query.fingerprint())),
                slice.hasMore(),
                counted ? total(query) : null);
    }

    /** All tickets of a query, to be closed by the caller. */
    TicketRows all(TicketQuery query) {
        try {
            return new TicketRows(database.getConnection(), query);
        } catch (SQLException e) {
            throw new IllegalStateException("Tickets cannot be exported", e);
        }
    }

    /** Filters and a query together. */
    TicketQuery query(Stream<Condition> filters, String q, TicketSort sort) {
        var terms = q == null ? List.<QueryTerm>of() : QuerySyntax.parse(q);
        var conditions = new ArrayList<>(filters.toList());
        var hidden = visible.hidden();
        if (!hidden.isEmpty()) {
            conditions.add(Condition.of("t.queue <> all(?)", hidden));
        }
        for (var term : terms) {
            if (term instanceof QueryTerm.Field field) {
                conditions.add(fields.condition(field, signedIn::id));
            }
        }
        return new TicketQuery(conditions, words(terms), sort);
    }

    private static List<QueryTerm> words(List<QueryTerm> terms) {
        return terms.stream().filter(term -> !(term instanceof QueryTerm.Field)).toList();
    }

    private TicketTotal total(TicketQuery query) {
        return TicketTotal.of(read(connection -> query.count(connection, MOST_COUNTED + 1, clock)), MOST_COUNTED);
    }

    private <T> T read(Reading<T> reading) {
        try (var connection = database.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Tickets cannot be searched", e);
        }
    }

    private static TicketQuery.Mark mark(String cursor, String fingerprint) {
        var keys = Cursor.keys(cursor, fingerprint, 2);
        return new TicketQuery.Mark(Cursor.instant(keys.get(0)), Cursor.uuid(keys.get(1)));
    }

    private static String after(TicketSummary last, TicketSort sort, String fingerprint) {
        return Cursor.of(fingerprint, sort.of(last).toString(), last.id().toString());
    }
}
