package io.carryon.ticketing.acts;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketTexts;
import io.carryon.ticketing.ticket.WaitingEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Keeps which tickets' customers want a person beside the log: a projection of it. Whoever picks the ticket up, answers or
 * ends it settles that. It comes before the list of those that wait, which such tickets lead.
 */
@ApplicationScoped
@Priority(10)
public class PersonsWanted implements LogProjection, TicketTexts {

    private static final ManyRows<Happening> ROWS = new ManyRows<Happening>(
                    "ticketing.person_wanted",
                    column("ticket_id", "uuid", Happening::ticketId),
                    column("contact_id", "uuid", happening -> wanted(happening).contactId()),
                    column("channel", "text", happening -> wanted(happening).channel()),
                    column(
                            "since",
                            "timestamptz",
                            happening -> wanted(happening).since()),
                    column("reason", "text", happening -> wanted(happening).reason()))
            .unlessThere();

    private static final String SETTLE = "delete from ticketing.person_wanted where ticket_id = any(?)";

    private static final String TAKE_OVER = """
            with gone as (
                delete from ticketing.person_wanted where ticket_id = ? and contact_id = coalesce(?, contact_id) returning *)
            insert into ticketing.person_wanted (ticket_id, contact_id, channel, since, reason)
            select ?, contact_id, channel, since, reason from gone on conflict do nothing""";

    private static final String OF = "select * from ticketing.person_wanted where ticket_id = ?";

    private static final String ERASE = "update ticketing.person_wanted set reason = null where %s = any(?)";

    private final DataSource database;
    private final Sql sql;

    PersonsWanted(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /** Empty unless the ticket's customer wants a person; in the caller's transaction. */
    public Optional<PersonWanted> of(UUID ticketId) {
        return sql.first(OF, PersonsWanted::read, ticketId);
    }

    @Override
    public void follow(List<Happening> happenings) {
        // Of each ticket the last that counts, or null where it was settled last.
        var last = new LinkedHashMap<UUID, Happening>();
        for (var happening : happenings) {
            if (happening.event() instanceof WaitingEvent.PersonWanted) {
                last.put(happening.ticketId(), last.getOrDefault(happening.ticketId(), happening));
            } else if (settles(happening)) {
                last.put(happening.ticketId(), null);
            }
        }
        var settled = last.keySet().stream().filter(id -> last.get(id) == null).toList();
        if (!settled.isEmpty()) {
            sql.update(SETTLE, settled);
        }
        ROWS.insert(database, last.values().stream().filter(one -> one != null).toList());
        happenings.forEach(this::takeOver);
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE.formatted("ticket_id"), ticketIds);
    }

    /** What contacts on other customers' tickets said goes as well. */
    void eraseContacts(Collection<UUID> contactIds) {
        sql.update(ERASE.formatted("contact_id"), contactIds);
    }

    private void takeOver(Happening happening) {
        switch (happening.event()) {
            case StructureEvent.Absorbed absorbed ->
                sql.update(TAKE_OVER, absorbed.fromTicketId(), null, happening.ticketId());
            case TicketEvent.ContactMovedIn moved ->
                sql.update(TAKE_OVER, moved.fromTicketId(), moved.contactId(), happening.ticketId());
            default -> {}
        }
    }

    private static boolean settles(Happening happening) {
        return happening.after().status().isDone()
                || switch (happening.event()) {
                    case TicketEvent.Assigned assigned -> assigned.owner() != null;
                    case TicketEvent.Replied replied -> happening.actor().kind() == Actor.Kind.STAFF;
                    case CallEvent.CallAnswered answered -> true;
                    default -> false;
                };
    }

    private static WaitingEvent.PersonWanted wanted(Happening happening) {
        return (WaitingEvent.PersonWanted) happening.event();
    }

    private static PersonWanted read(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return new PersonWanted(
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                channel == null ? null : Channel.valueOf(channel),
                row.getObject("contact_id", UUID.class));
    }
}
