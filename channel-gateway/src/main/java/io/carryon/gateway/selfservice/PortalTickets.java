package io.carryon.gateway.selfservice;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps each request's state in step with its ticket, and with the one that took its ticket over. */
@ApplicationScoped
public class PortalTickets implements TicketFollower {

    private static final TicketChanged.Outlook NONE = new TicketChanged.Outlook(null, null, null, false);

    private final Sql sql;

    public PortalTickets(Sql sql) {
        this.sql = sql;
    }

    /**
     * A change caused by a contact, or its move, ties the request to the ticket; later ones find it by the ticket.
     * Revisions count within one ticket, so an older one is only older when the ticket is the same; between tickets the
     * later tie holds. The end of a ticket that lives on in another one is no news: the other one says that it took it.
     */
    @Override
    @Transactional
    public void follow(List<TicketChanged> tickets) {
        hold(tickets);
        var changes = new ArrayList<Object[]>();
        for (var ticket : tickets) {
            if (ticket.absorbed() || ticket.unmerged()) {
                update(changes);
                changes.clear();
                relocate(ticket);
            }
            if (!ticket.merged()) {
                changes.add(values(ticket));
            }
        }
        update(changes);
    }

    private void update(List<Object[]> changes) {
        sql.batch("""
                update portal_request
                set merged = case when ticket_id = ? then merged else '{}' end,
                    ticket_id = ?, ticket_number = ?, ticket_status = ?, ticket_revision = ?,
                    next_step = ?, next_step_code = ?, next_update_by = ?, promised = ?, owner_name = ?,
                    closed_at = case when ? then coalesce(closed_at, ?) end,
                    rated_at = case when ? then rated_at end,
                    tied_at = case when contact_id = ? then ? else tied_at end,
                    changed_at = greatest(changed_at, ?)
                where ticket_id = ? and ticket_revision < ?
                  or contact_id = ? and ticket_id is distinct from ? and (tied_at is null or tied_at <= ?)
                """, changes);
    }

    private static Object[] values(TicketChanged ticket) {
        var outlook = ticket.outlook() == null ? NONE : ticket.outlook();
        var isOver = RequestState.of(ticket.status()).isOver();
        return new Object[] {
            ticket.ticketId(),
            ticket.ticketId(),
            ticket.number(),
            ticket.status(),
            ticket.revision(),
            outlook.nextStep(),
            outlook.nextStepCode(),
            outlook.nextUpdateBy(),
            outlook.promised(),
            ticket.ownerName(),
            isOver,
            ticket.at(),
            isOver,
            ticket.tiedContact(),
            ticket.at(),
            ticket.at(),
            ticket.ticketId(),
            ticket.revision(),
            ticket.tiedContact(),
            ticket.ticketId(),
            ticket.at()
        };
    }

    /** The two tickets' events come in any order among each other: the later word holds. */
    private void relocate(TicketChanged ticket) {
        if (ticket.absorbed()) {
            sql.update("""
                    update portal_request set merged = merged || ticket_id, ticket_id = ?, ticket_revision = 0, merged_at = ?
                    where ticket_id = ? and (merged_at is null or merged_at < ?)
                    """, ticket.ticketId(), ticket.at(), ticket.otherTicketId(), ticket.at());
        } else {
            sql.update("""
                    update portal_request set ticket_id = ?, ticket_revision = 0, merged_at = ?,
                        merged = merged[1 : array_position(merged, ?) - 1]
                    where merged <> '{}' and merged @> array[?] and (merged_at is null or merged_at < ?)
                    """, ticket.ticketId(), ticket.at(), ticket.ticketId(), ticket.ticketId(), ticket.at());
        }
    }

    /** Takes the rows in the order in which requests are accepted, or the two would wait for each other. */
    private void hold(List<TicketChanged> tickets) {
        sql.query(
                """
                select 1 from portal_request where contact_id = any(?) or ticket_id = any(?)
                order by contact_id for update
                """,
                row -> 1,
                tickets.stream().map(TicketChanged::tiedContact).toArray(UUID[]::new),
                tickets.stream()
                        .flatMap(ticket -> Stream.of(
                                ticket.ticketId(), ticket.absorbed() ? ticket.otherTicketId() : ticket.ticketId()))
                        .distinct()
                        .toArray(UUID[]::new));
    }
}
