package io.carryon.ticketing.assignment;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.sla.ClocksReadAgain;
import io.carryon.ticketing.staff.StaffConfig;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Keeps the open tickets nobody owns beside the log: a projection of it. Two statements at most for a batch. */
@ApplicationScoped
class WaitingList implements LogProjection {

    private static final String GONE = "delete from ticketing.waiting_ticket where ticket_id = any(?)";

    private static final String PUT = """
            insert into ticketing.waiting_ticket as w (ticket_id, queue, channel, language, urgency, due_at, since, issue_owner)
            select told.id, told.queue, coalesce(told.channel, t.channel),
                case when spoken.language = any(?) then spoken.language else '' end,
                case when person.ticket_id is null then told.urgency else -1 end, ticketing.first_due(told.id), told.since,
                p.owner
            from (select v1::uuid as id, v2 as queue, v3 as channel, v4::integer as urgency, v5::timestamptz as since
                  from unnest(?, ?, ?, ?, ?) as row (v1, v2, v3, v4, v5)) as told
            left join ticketing.ticket t on t.id = told.id
            left join ticketing.person_wanted person on person.ticket_id = told.id
            left join ticketing.ticket p on p.id = t.previous_ticket_id
            left join lateral (
                select lower(split_part(e.card -> 'preferences' ->> 'language', '-', 1)) as language
                from ticketing.entry e where e.ticket_id = told.id and e.card is not null
                order by e.position desc limit 1) as spoken on true
            on conflict (ticket_id) do update set queue = excluded.queue, channel = excluded.channel,
                language = excluded.language, urgency = excluded.urgency, due_at = excluded.due_at
            where (w.queue, w.channel, w.language, w.urgency, w.due_at) is distinct from
                (excluded.queue, excluded.channel, excluded.language, excluded.urgency, excluded.due_at)""";

    private static final String DUE_AGAIN = """
            update ticketing.waiting_ticket set due_at = ticketing.first_due(ticket_id)
            where ticket_id = any(?) and due_at <> ticketing.first_due(ticket_id)""";

    private record Waits(Happening happening, Channel channel) {

        TicketState state() {
            return happening.after();
        }

        /** 0 is the most urgent but for a customer who wants a person. */
        int urgency() {
            return switch (state().priority()) {
                case URGENT -> 0;
                case HIGH -> 1;
                case NORMAL -> 2;
                case LOW -> 3;
            };
        }
    }

    private final Sql sql;
    private final StaffConfig config;

    WaitingList(DataSource database, StaffConfig config) {
        this.sql = new Sql(database);
        this.config = config;
    }

    @Override
    public void follow(List<Happening> happenings) {
        var channels = new HashMap<UUID, Channel>();
        var last = new LinkedHashMap<UUID, Happening>();
        for (var happening : happenings) {
            channelOf(happening.event()).ifPresent(channel -> channels.put(happening.ticketId(), channel));
            last.put(happening.ticketId(), happening);
        }
        var gone = last.values().stream()
                .filter(happening -> !waits(happening.after()))
                .map(Happening::ticketId)
                .toList();
        if (!gone.isEmpty()) {
            sql.update(GONE, gone);
        }
        put(last.values().stream()
                .filter(happening -> waits(happening.after()))
                .map(happening -> new Waits(happening, channels.get(happening.ticketId())))
                .toList());
    }

    /** Clocks are read again when policies and calendars change, without any event of their tickets. */
    void clocksChanged(@Observes ClocksReadAgain clocks) {
        if (!clocks.tickets().isEmpty()) {
            sql.update(DUE_AGAIN, clocks.tickets());
        }
    }

    private void put(List<Waits> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        sql.update(
                PUT,
                config.languages().toArray(String[]::new),
                texts(waiting, waits -> waits.happening().ticketId()),
                texts(waiting, waits -> waits.state().queue()),
                texts(waiting, Waits::channel),
                texts(waiting, Waits::urgency),
                texts(waiting, waits -> waits.happening().at()));
    }

    private static boolean waits(TicketState state) {
        return state.owner() == null && (state.status() == TicketStatus.NEW || state.status() == TicketStatus.OPEN);
    }

    private static Optional<Channel> channelOf(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened opened -> Optional.of(opened.channel());
            case TicketEvent.ContactAdded added -> Optional.of(added.channel());
            default -> Optional.empty();
        };
    }

    private static String[] texts(List<Waits> waiting, Function<Waits, ?> part) {
        return waiting.stream()
                .map(part)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }
}
