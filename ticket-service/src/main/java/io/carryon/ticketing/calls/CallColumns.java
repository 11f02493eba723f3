package io.carryon.ticketing.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.ProfileConfig;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The columns of a call with its ticket and first entry, and the view they make. */
@ApplicationScoped
class CallColumns {

    /** The names of cards and questions are replaced where they are not shown. */
    private static final String FROM = """
            select c.*, t.id as ticket_id, t.number as ticket_number, t.subject, t.status, t.priority,
                t.queue as ticket_queue, t.owner, t.customer_name, e.phone, %s
                coalesce((select g.survivor_id from ticketing.customer_group g where g.member_id = t.customer_id),
                    t.customer_id) as customer_id
            from ticketing.phone_call c cross join lateral (
                select e.ticket_id, e.card, e.origin -> 'phone' as phone from ticketing.entry e
                where e.contact_id = c.contact_id order by e.at, e.position limit 1) as e
            join ticketing.ticket t on t.id = e.ticket_id
            """;

    /** With card and question. */
    static final String WHOLE = FROM.formatted("e.card as shown_card, c.question as shown_question,");

    /** Without, for lists. */
    static final String SHORT = FROM.formatted("null::json as shown_card, null::json as shown_question,");

    private final ObjectMapper json;
    private final ProfileConfig profile;

    CallColumns(ObjectMapper json, ProfileConfig profile) {
        this.json = json;
        this.profile = profile;
    }

    CallView read(ResultSet row) throws SQLException {
        var customerId = row.getObject("customer_id", UUID.class);
        return new CallView(
                row.getObject("contact_id", UUID.class),
                CallState.valueOf(row.getString("state")),
                row.getString("queue"),
                row.getString("caller"),
                ticket(row),
                new CallView.Customer(customerId, row.getString("customer_name"), profile.timelineOf(customerId)),
                node(row.getString("phone")),
                node(row.getString("shown_question")),
                node(row.getString("shown_card")),
                Sql.instant(row, "arrived_at"),
                Sql.instant(row, "offered_at"),
                number(row, "position"),
                number(row, "estimated_wait_sec"),
                agent(row),
                Sql.instant(row, "answered_at"),
                number(row, "wait_sec"),
                hold(row),
                row.getString("transferred_to"),
                Sql.instant(row, "ended_at"),
                row.getString("outcome"),
                row.getString("cause"),
                number(row, "talk_sec"),
                null,
                null,
                null);
    }

    private static CallView.Ticket ticket(ResultSet row) throws SQLException {
        var id = row.getObject("ticket_id", UUID.class);
        return new CallView.Ticket(
                id,
                row.getString("ticket_number"),
                row.getString("subject"),
                TicketStatus.valueOf(row.getString("status")),
                Priority.valueOf(row.getString("priority")),
                row.getString("ticket_queue"),
                row.getString("owner"),
                "/v1/tickets/" + id);
    }

    private static CallView.Agent agent(ResultSet row) throws SQLException {
        return row.getObject("answered_at") == null
                ? null
                : new CallView.Agent(
                        row.getString("agent_id"), row.getString("agent_extension"), row.getString("agent_name"));
    }

    private static CallView.Hold hold(ResultSet row) throws SQLException {
        var reason = row.getString("hold_reason");
        // Rows of calls that were over before they were held may say so still.
        return reason == null || CallState.valueOf(row.getString("state")).isOver()
                ? null
                : new CallView.Hold(reason, Sql.instant(row, "hold_until"));
    }

    JsonNode node(String stored) {
        try {
            return stored == null ? null : json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored of a call cannot be read", e);
        }
    }

    private static Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
