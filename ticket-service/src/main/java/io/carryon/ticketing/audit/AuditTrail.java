package io.carryon.ticketing.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what was done to tickets from their log, and to settings from their trail, in the caller's transaction. */
@ApplicationScoped
class AuditTrail {

    private static final String EVENTS = """
            select e.at, e.ticket_id as id, e.revision, e.type as kind, null as name, e.actor_kind, e.actor, e.actor_name,
                e.payload, e.correlation, e.state as after,
                (select p.state from ticketing.ticket_event p
                 where p.ticket_id = e.ticket_id and p.revision = e.revision - 1) as before
            from ticketing.ticket_event e""";

    private static final String SETTINGS = """
            select c.at, c.id, 0 as revision, c.kind, c.name, 'STAFF' as actor_kind, c.actor, c.actor_name,
                null::json as payload, null as correlation, c.after, c.before
            from ticketing.setting_change c""";

    private static final String OF_TICKET =
            EVENTS + " where e.ticket_id = ? and e.revision > ? order by e.revision limit ?";

    /** Where the page before ended. */
    record Mark(Instant at, UUID id, int revision) {}

    /** An entry with its place in the order of all. */
    record Placed(AuditEntry entry, Mark mark) {}

    private final Sql sql;
    private final ObjectMapper json;

    AuditTrail(DataSource database, ObjectMapper json) {
        this.sql = new Sql(database);
        this.json = json;
    }

    /** What was done to a ticket after a revision, oldest first. */
    List<Placed> ofTicket(UUID ticketId, int afterRevision, int limit) {
        return sql.list(OF_TICKET, this::read, ticketId, afterRevision, limit);
    }

    /** What was done to anything, latest first, after a mark (null: from now), without tickets in hidden queues. */
    List<Placed> latest(AuditFilter filter, String[] hidden, Mark after, int limit) {
        var values = new ArrayList<Object>();
        var events = part(EVENTS, "e", "ticket_id", ", e.revision", "e.type", filter, hidden, after, limit, values);
        var settings = part(SETTINGS, "c", "id", "", "c.kind", filter, new String[0], after, limit, values);
        values.add(limit);
        return sql.list(
                "select * from ((%s) union all (%s)) as done order by at desc, id desc, revision desc limit ?"
                        .formatted(events, settings),
                this::read,
                values.toArray());
    }

    /** One of the two sources, as far as a page can need it. */
    private static String part(
            String select,
            String table,
            String id,
            String revision,
            String kind,
            AuditFilter filter,
            String[] hidden,
            Mark after,
            int limit,
            List<Object> values) {
        var key = "%1$s.at, %1$s.%2$s%3$s".formatted(table, id, revision);
        var where = new ArrayList<String>();
        narrow(table, kind, filter, where, values);
        if (hidden.length > 0) {
            where.add("(select t.queue from ticketing.ticket t where t.id = e.ticket_id) <> all(?)");
            values.add(hidden);
        }
        if (filter.from() != null) {
            where.add(table + ".at >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            where.add(table + ".at < ?");
            values.add(filter.to());
        }
        if (after != null) {
            where.add("(%s) < (?, ?%s)".formatted(key, revision.isEmpty() ? "" : ", ?"));
            values.add(after.at());
            values.add(after.id());
            if (!revision.isEmpty()) {
                values.add(after.revision());
            }
        }
        values.add(limit);
        return select
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by " + key.replace(",", " desc,") + " desc limit ?";
    }

    /** By who did what. */
    private static void narrow(String table, String kind, AuditFilter filter, List<String> where, List<Object> values) {
        var ofStaff = "e".equals(table) ? " and e.actor_kind = 'STAFF'" : "";
        if (filter.staff() != null && filter.kindAsked() != null) {
            // As one, for which there is an index: what else they did, and what others did of it, is not read.
            where.add("%s.actor || ' ' || %s = ?".formatted(table, kind) + ofStaff);
            values.add(filter.staff() + " " + filter.kindAsked());
        } else if (filter.staff() != null) {
            where.add("%s.actor = ?".formatted(table) + ofStaff);
            values.add(filter.staff());
        } else if (filter.kindAsked() != null) {
            where.add(kind + " = ?");
            values.add(filter.kindAsked());
        }
    }

    private Placed read(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var id = row.getObject("id", UUID.class);
        var revision = row.getInt("revision");
        var ofTicket = revision > 0;
        var differs = Difference.of(json(row, "before"), json(row, "after"));
        var entry = new AuditEntry(
                at,
                new AuditEntry.Who(row.getString("actor_kind"), row.getString("actor"), row.getString("actor_name")),
                row.getString("kind"),
                ofTicket ? id : null,
                ofTicket ? revision : null,
                row.getString("name"),
                json(row, "payload"),
                differs.before(),
                differs.after(),
                row.getString("correlation"));
        return new Placed(entry, new Mark(at, id, revision));
    }

    private JsonNode json(ResultSet row, String column) throws SQLException {
        var written = row.getString(column);
        try {
            return written == null ? null : json.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the trail cannot be read", e);
        }
    }
}
