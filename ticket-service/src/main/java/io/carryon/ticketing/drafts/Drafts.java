package io.carryon.ticketing.drafts;

import io.carryon.ticketing.inbox.Sweep;
import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketTexts;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Replies that staff have begun, in the caller's transaction. One is gone once its author has sent a reply. */
@ApplicationScoped
class Drafts implements LogProjection, TicketTexts {

    /** Nobody goes on with an older one. */
    private static final Duration LIFE = Duration.ofDays(90);

    private static final String ONE = "select * from ticketing.reply_draft where ticket_id = ? and agent = ?";

    private static final String OF = "select * from ticketing.reply_draft where ticket_id = ? order by since limit ?";

    private static final String KEEP = """
            insert into ticketing.reply_draft (ticket_id, agent, agent_name, text, since, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (ticket_id, agent) do update set agent_name = excluded.agent_name, text = excluded.text,
                updated_at = excluded.updated_at""";

    private static final String DROP = "delete from ticketing.reply_draft where ticket_id = ? and agent = ?";

    private static final String SENT = """
            delete from ticketing.reply_draft d using unnest(?, ?) as sent (ticket_id, agent)
            where d.ticket_id = sent.ticket_id::uuid and d.agent = sent.agent""";

    private static final String ERASE = "delete from ticketing.reply_draft where ticket_id = any(?)";

    private static final String FORGET = """
            delete from ticketing.reply_draft where (ticket_id, agent) in (
                select ticket_id, agent from ticketing.reply_draft where updated_at < ?1
                order by updated_at limit ?2 for update skip locked)""";

    /** What somebody has begun to write. */
    record Draft(String agent, String agentName, String text, Instant since, Instant updatedAt) {}

    private final Sql sql;
    private final Sweep sweep;
    private final Clock clock;

    Drafts(DataSource database, Sweep sweep, Clock clock) {
        this.sql = new Sql(database);
        this.sweep = sweep;
        this.clock = clock;
    }

    Optional<Draft> of(UUID ticketId, String agent) {
        return sql.first(ONE, Drafts::read, ticketId, agent);
    }

    /** Everybody's, who began first first. */
    List<Draft> of(UUID ticketId, int limit) {
        return sql.list(OF, Drafts::read, ticketId, limit);
    }

    void keep(UUID ticketId, Actor by, String text) {
        var now = clock.instant();
        sql.update(KEEP, ticketId, by.id(), by.name(), text, now, now);
    }

    void drop(UUID ticketId, String agent) {
        sql.update(DROP, ticketId, agent);
    }

    @Override
    public void follow(List<Happening> happenings) {
        var sent = happenings.stream()
                .filter(happening -> happening.event() instanceof TicketEvent.Replied)
                .filter(happening -> happening.actor().id() != null)
                .toList();
        if (!sent.isEmpty()) {
            sql.update(
                    SENT,
                    sent.stream()
                            .map(happening -> happening.ticketId().toString())
                            .toArray(String[]::new),
                    sent.stream().map(happening -> happening.actor().id()).toArray(String[]::new));
        }
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    @Scheduled(every = "1h", delayed = "15m")
    void forgetTheOld() {
        sweep.repeat(FORGET, clock.instant().minus(LIFE));
    }

    private static Draft read(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("agent"),
                row.getString("agent_name"),
                row.getString("text"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
