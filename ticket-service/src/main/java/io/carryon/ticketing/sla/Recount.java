package io.carryon.ticketing.sla;

import io.carryon.ticketing.outbox.LogHistory;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Counts clocks again from the tickets' logs, a page of tickets at a time, and puts right what is stored otherwise. */
@ApplicationScoped
class Recount {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAGE = "select id from ticketing.ticket where id > ? order by id limit ?";

    private final Sql sql;
    private final Tickets tickets;
    private final LogHistory history;
    private final ClockStore clocks;
    private final PresentRules rules;

    Recount(DataSource database, Tickets tickets, LogHistory history, ClockStore clocks, PresentRules rules) {
        this.sql = new Sql(database);
        this.tickets = tickets;
        this.history = history;
        this.clocks = clocks;
        this.rules = rules;
    }

    /** What came of a page. */
    @Schema(name = "SlaRecount")
    public record Result(
            @Schema(description = "Tickets that were counted", examples = "100")
            int tickets,

            @Schema(description = "Their clocks", examples = "215")
            int clocks,

            @Schema(description = "Tickets of which something else was stored, up to now", examples = "[]")
            List<UUID> corrected,

            @Schema(description = "The last ticket of the page, to go on after; null at the end", nullable = true)
            UUID next) {}

    /** The tickets after one (null: from the first), in the caller's transaction. */
    Result after(UUID last, int limit) {
        var ids = sql.list(PAGE, Sql.ID, last == null ? FIRST : last, limit);
        var result = ids.isEmpty() ? new Result(0, 0, List.of(), null) : of(ids);
        return new Result(
                result.tickets(), result.clocks(), result.corrected(), ids.size() < limit ? null : ids.getLast());
    }

    /** The same of the tickets given. */
    Result of(List<UUID> ids) {
        tickets.locked(ids);
        var present = rules.get();
        var counted = counted(ids, present);
        var stored = clocks.stored(ids);
        var wrong = ids.stream()
                .filter(id -> !comparable(counted.getOrDefault(id, List.of()))
                        .equals(comparable(stored.getOrDefault(id, List.of()))))
                .toList();
        if (!wrong.isEmpty()) {
            clocks.remove(wrong);
            clocks.storeAgain(
                    wrong.stream()
                            .flatMap(id -> counted.getOrDefault(id, List.of()).stream())
                            .toList(),
                    present.stamp());
        }
        return new Result(
                ids.size(), counted.values().stream().mapToInt(List::size).sum(), wrong, null);
    }

    private Map<UUID, List<ClockReading>> counted(List<UUID> ids, SlaRules present) {
        var folded = new HashMap<UUID, TicketClocks>();
        for (var happening : history.of(ids, ClockKeeper.NO_CONCERN)) {
            folded.put(
                    happening.ticketId(),
                    folded.getOrDefault(happening.ticketId(), TicketClocks.NONE).after(happening));
        }
        return folded.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().clocks().stream()
                                .map(present::read)
                                .toList()));
    }

    /** What is stored of a reading. */
    private static Set<ClockReading> comparable(List<ClockReading> readings) {
        return readings.stream()
                .map(reading -> new ClockReading(
                        reading.clock(),
                        reading.policy(),
                        reading.dueAt(),
                        null,
                        reading.outcome(),
                        reading.worked() == null
                                ? null
                                : Duration.ofSeconds(reading.worked().toSeconds())))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
