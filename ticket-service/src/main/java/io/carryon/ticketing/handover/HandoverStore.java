package io.carryon.ticketing.handover;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.TicketTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** All handovers, in the caller's transaction. */
@ApplicationScoped
class HandoverStore implements TicketTexts {

    private static final String ADD = """
            insert into ticketing.handover (id, ticket_id, giver, offered_by, to_kind, to_name, note, state, offered_at,
                settled_by, settled_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String SETTLE =
            "update ticketing.handover set state = ?, reason = ?, settled_by = ?, settled_at = ? where id = ?";

    private static final String OPEN =
            "select * from ticketing.handover where ticket_id = any(?) and state = 'OFFERED'";

    private static final String BY_IDS = "select * from ticketing.handover where id = any(?)";

    private static final String OF_TICKET = """
            select * from ticketing.handover where ticket_id = ? and (offered_at, id) > (?, ?)
            order by offered_at, id limit ?""";

    private static final String CONCERNING = """
            select * from (
                (select * from ticketing.handover where giver = ? and state = 'OFFERED' order by offered_at, id limit ?)
                union
                (select * from ticketing.handover where to_kind = 'agent' and to_name = ? and state = 'OFFERED'
                 order by offered_at, id limit ?)
                union
                (select * from ticketing.handover where to_kind = 'team' and to_name = any(?) and state = 'OFFERED'
                 order by offered_at, id limit ?)) as theirs
            where exists (select 1 from ticketing.ticket t where t.id = theirs.ticket_id and t.queue <> all(?))
            order by offered_at, id limit ?""";

    private static final String ERASE =
            "update ticketing.handover set note = null, reason = null where ticket_id = any(?)";

    private final Sql sql;

    HandoverStore(DataSource database) {
        this.sql = new Sql(database);
    }

    void add(Handover handover) {
        sql.update(
                ADD,
                handover.id(),
                handover.ticketId(),
                handover.giver(),
                handover.offeredBy(),
                handover.to().kind().name(),
                handover.to().name(),
                handover.note(),
                handover.state().name(),
                handover.offeredAt(),
                handover.settledBy(),
                handover.settledAt());
    }

    void settle(Handover handover) {
        sql.update(
                SETTLE,
                handover.state().name(),
                handover.reason(),
                handover.settledBy(),
                handover.settledAt(),
                handover.id());
    }

    /** The ticket's open one. */
    Optional<Handover> open(UUID ticketId) {
        return Optional.ofNullable(open(Set.of(ticketId)).get(ticketId));
    }

    /** The open ones of some tickets, by ticket: each has one at most. */
    Map<UUID, Handover> open(Collection<UUID> ticketIds) {
        return sql.list(OPEN, HandoverStore::read, ticketIds).stream()
                .collect(Collectors.toMap(Handover::ticketId, Function.identity()));
    }

    Map<UUID, Handover> byIds(Collection<UUID> ids) {
        return sql.list(BY_IDS, HandoverStore::read, ids).stream()
                .collect(Collectors.toMap(Handover::id, Function.identity()));
    }

    /** The ticket's handovers after one that was offered then, oldest first. */
    List<Handover> of(UUID ticketId, Instant offeredAt, UUID after, int limit) {
        return sql.list(OF_TICKET, HandoverStore::read, ticketId, offeredAt, after, limit);
    }

    /** The oldest open ones that an agent gives, or is offered, themselves or with a team; none of hidden queues. */
    List<Handover> concerning(String agentId, Collection<String> teams, String[] hidden, int limit) {
        return sql.list(
                CONCERNING,
                HandoverStore::read,
                agentId,
                limit,
                agentId,
                limit,
                teams.toArray(String[]::new),
                limit,
                hidden,
                limit);
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    private static Handover read(ResultSet row) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getString("giver"),
                row.getString("offered_by"),
                new Handover.To(Handover.Kind.valueOf(row.getString("to_kind")), row.getString("to_name")),
                row.getString("note"),
                Handover.State.valueOf(row.getString("state")),
                row.getString("reason"),
                Sql.instant(row, "offered_at"),
                row.getString("settled_by"),
                Sql.instant(row, "settled_at"));
    }
}
