package io.carryon.ticketing.understanding;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Keeps beside the log which customers were told that they were heard: two statements for a batch at most. */
@ApplicationScoped
public class Acknowledgements implements LogProjection {

    /** A ticket was solved, with or without an acknowledgement; told once that is committed. */
    record Solved(boolean acknowledged) {}

    private static final Set<TicketEvent.Type> OF_CONCERN =
            Set.of(TicketEvent.Type.REPLIED, TicketEvent.Type.UNDERSTANDING_CHANGED, TicketEvent.Type.STATUS_CHANGED);

    private static final String OF = "select * from ticketing.acknowledgement where ticket_id = any(?)";

    private static final ManyRows<Acknowledgement> ROWS = new ManyRows<>(
                    "ticketing.acknowledgement",
                    column("ticket_id", "uuid", Acknowledgement::ticketId),
                    column("acknowledged_at", "timestamptz", Acknowledgement::acknowledgedAt),
                    column("solved_without_at", "timestamptz", Acknowledgement::solvedWithoutAt))
            .orReplacing("ticket_id");

    private final DataSource database;
    private final Event<Solved> solved;

    Acknowledgements(DataSource database, Event<Solved> solved) {
        this.database = database;
        this.solved = solved;
    }

    /** Of one ticket, in the caller's transaction. */
    public Acknowledgement of(UUID ticketId) {
        return all(List.of(ticketId)).getOrDefault(ticketId, Acknowledgement.none(ticketId));
    }

    @Override
    public void follow(List<Happening> happenings) {
        var telling = happenings.stream()
                .filter(happening -> OF_CONCERN.contains(happening.event().type()))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        var before = all(telling.stream().map(Happening::ticketId).collect(Collectors.toSet()));
        var after = new HashMap<>(before);
        for (var happening : telling) {
            var next = after.getOrDefault(happening.ticketId(), Acknowledgement.none(happening.ticketId()))
                    .after(happening);
            after.put(happening.ticketId(), next);
            if (happening.event() instanceof TicketEvent.StatusChanged moved && Acknowledgement.isSolving(moved)) {
                solved.fire(new Solved(next.acknowledgedAt() != null));
            }
        }
        ROWS.insert(
                database,
                after.values().stream()
                        .filter(next -> !next.equals(
                                before.getOrDefault(next.ticketId(), Acknowledgement.none(next.ticketId()))))
                        .toList());
    }

    private Map<UUID, Acknowledgement> all(Collection<UUID> tickets) {
        return new Sql(database)
                .list(OF, Acknowledgements::read, tickets).stream()
                        .collect(Collectors.toMap(Acknowledgement::ticketId, Function.identity()));
    }

    private static Acknowledgement read(ResultSet row) throws SQLException {
        return new Acknowledgement(
                row.getObject("ticket_id", UUID.class),
                Sql.instant(row, "acknowledged_at"),
                Sql.instant(row, "solved_without_at"));
    }
}
