package io.carryon.ticketing.staff;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** From which addresses agents act by mail, in the caller's transaction. */
@ApplicationScoped
public class AgentAddresses {

    private static final String OF = "select address from ticketing.agent_address where agent_id = ? order by address";

    private static final String OTHERS =
            "select address from ticketing.agent_address where address = any(?) and agent_id <> ? order by address";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('agent.address', 0))";

    private static final String CLEAR = "delete from ticketing.agent_address where agent_id = ?";

    private static final String STORE =
            "insert into ticketing.agent_address (address, agent_id) select unnest(?), ? on conflict do nothing";

    // They act on the ticket that the one they name was merged into. To one of their own they write as its customer.
    private static final String ACTING = """
            select a.contact_id, g.agent_id, coalesce(d.name, g.agent_id) as name,
                s.id as ticket_id, s.issue_id
            from unnest(?, ?, ?, ?::text[]) as a (contact_id, customer_id, issue_id, address)
            join ticketing.agent_address g on g.address = a.address
            left join ticketing.agent d on d.id = g.agent_id
            cross join lateral (select t.* from ticketing.ticket t
                where t.issue_id = coalesce((select r.to_issue_id from ticketing.issue_redirect r
                    where r.issue_id = a.issue_id), a.issue_id)
                order by t.opened_at desc limit 1) as t
            join ticketing.ticket s on s.id = coalesce(t.merged_into_ticket_id, t.id)
            where a.customer_id not in (t.customer_id, s.customer_id) and ticketing.may_see(g.agent_id, s.queue)""";

    /** A mail from an address, about an issue. */
    public record Sent(UUID contactId, UUID customerId, UUID issueId, String address) {}

    /** An agent acts on a ticket by a mail. */
    public record Acting(UUID contactId, String agentId, String name, UUID ticketId, UUID issueId) {}

    private final Sql sql;

    AgentAddresses(DataSource database) {
        this.sql = new Sql(database);
    }

    List<String> of(String agentId) {
        return sql.list(OF, row -> row.getString(1), agentId);
    }

    /** Those of some addresses, in lower case, that are another agent's; who changes addresses waits for whoever else does. */
    List<String> ofOthers(List<String> addresses, String agentId) {
        sql.list(TAKE_TURNS, row -> true);
        return sql.list(OTHERS, row -> row.getString(1), addresses.toArray(String[]::new), agentId);
    }

    void store(String agentId, List<String> addresses) {
        sql.update(CLEAR, agentId);
        sql.update(STORE, addresses.toArray(String[]::new), agentId);
    }

    /** Those of some mails by which agents act on tickets of others that they may see. */
    public List<Acting> acting(List<Sent> mails) {
        return mails.isEmpty()
                ? List.of()
                : sql.list(
                        ACTING,
                        row -> new Acting(
                                row.getObject("contact_id", UUID.class),
                                row.getString("agent_id"),
                                row.getString("name"),
                                row.getObject("ticket_id", UUID.class),
                                row.getObject("issue_id", UUID.class)),
                        ids(mails, Sent::contactId),
                        ids(mails, Sent::customerId),
                        ids(mails, Sent::issueId),
                        mails.stream().map(Sent::address).toArray(String[]::new));
    }

    private static List<UUID> ids(List<Sent> mails, Function<Sent, UUID> id) {
        return mails.stream().map(id).toList();
    }
}
