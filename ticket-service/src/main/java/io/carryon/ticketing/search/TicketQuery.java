package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.TicketNumber;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Builds the query of a list: the conditions that were given, in one order, after one mark. */
final class TicketQuery {

    private static final int MOST_WORDS = 8;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final TicketSort sort;

    TicketQuery(TicketFilter filter, TicketSort sort, String me) {
        this.sort = sort;
        if (filter.status != null && !filter.status.isEmpty()) {
            where("t.status in (:status)", "status", filter.status);
        }
        where("t.queue = :queue", "queue", filter.queue);
        owner(filter.owner, me);
        where("t.customerId = :customer", "customer", filter.customerId);
        where("t.issueId = :issue", "issue", filter.issueId);
        where(
                "exists (select 1 from Entry e where e.ticketId = t.id and e.contactId = :contact)",
                "contact",
                filter.contactId);
        where("t.number = :number", "number", number(filter.number));
        where("t.channel = :channel", "channel", filter.channel == null ? null : filter.channel.channel());
        where("t.openedAt >= :after", "after", filter.openedAfter == null ? null : filter.openedAfter.instant());
        where("t.openedAt < :before", "before", filter.openedBefore == null ? null : filter.openedBefore.instant());
        words(filter.q);
    }

    /** Tells this query from every other, so that a cursor is used with its own. */
    String fingerprint() {
        return sort + " " + conditions + " " + values;
    }

    List<TicketSummary> run(EntityManager database, Instant afterTime, UUID afterId, int limit) {
        if (afterTime != null) {
            conditions.add(
                    "(t.%1$s < :markTime or (t.%1$s = :markTime and t.id < :markId))".formatted(sort.attribute()));
            values.put("markTime", afterTime);
            values.put("markId", afterId);
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = database.createQuery(
                "select new io.carryon.ticketing.search.TicketSummary(t.id, t.number, t.subject, t.status, t.queue, t.owner,"
                        + " t.priority, t.channel, t.issueId, t.customerId, t.customerName, t.openedAt, t.updatedAt,"
                        + " t.revision) from Ticket t" + where
                        + " order by t.%1$s desc, t.id desc".formatted(sort.attribute()),
                TicketSummary.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private void where(String condition, String name, Object value) {
        if (value != null && !"".equals(value)) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private void owner(String owner, String me) {
        if ("none".equals(owner)) {
            conditions.add("t.owner is null");
        } else {
            where("t.owner = :owner", "owner", "me".equals(owner) ? me : owner);
        }
    }

    private void words(String q) {
        var words = q == null ? new String[0] : q.strip().split("\\s+");
        if (words.length > MOST_WORDS) {
            throw ProblemException.invalid("q", "must not have more than %d words".formatted(MOST_WORDS));
        }
        for (var i = 0; i < words.length; i++) {
            var pattern = words[i].replaceAll("([\\\\%_])", "\\\\$1");
            where(
                    "lower(t.subject) like lower(:word%1$d) escape '\\'".formatted(i),
                    "word" + i,
                    pattern.isEmpty() ? null : "%" + pattern + "%");
        }
    }

    /** The number as stored; what cannot be one matches nothing. */
    private static String number(String typed) {
        return typed == null
                ? null
                : TicketNumber.parse(typed).map(TicketNumber::value).orElse("none");
    }
}
