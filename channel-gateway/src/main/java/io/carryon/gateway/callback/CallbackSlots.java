package io.carryon.gateway.callback;

import io.carryon.gateway.storage.Sql;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slots of the days ahead that still have room. */
@Startup
@ApplicationScoped
public class CallbackSlots {

    private static final int MOST_DAYS = 60;

    private final Sql sql;
    private final CallbackConfig config;
    private final WeeklyHours hours;
    private final Clock clock;

    public CallbackSlots(Sql sql, CallbackConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
        this.hours = WeeklyHours.of(config.hours());
        if (config.slot().toMinutes() < 1 || config.capacity() < 1 || config.days() < 1 || config.days() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "carryon.callback.slot must be a minute at least, capacity 1 at least, days 1" + " to "
                            + MOST_DAYS);
        }
    }

    /** Those that begin soonest, at most so many. */
    public List<CallbackSlot> free(int atMost) {
        return free(null).stream().limit(atMost).toList();
    }

    /** All that have room, soonest first; what a callback that is to be moved holds itself counts as room. */
    List<CallbackSlot> free(Callback moving) {
        var now = clock.instant();
        var taken = taken(now);
        if (moving != null && moving.notBefore() != null) {
            taken.merge(moving.notBefore(), -1, Integer::sum);
        }
        return all(now).stream()
                .filter(slot -> taken.getOrDefault(slot.notBefore(), 0) < config.capacity())
                .toList();
    }

    private Map<Instant, Integer> taken(Instant now) {
        var taken = new HashMap<Instant, Integer>();
        sql.query(
                        "select not_before, count(*) as taken from callback where state = 'REQUESTED' and not_before >= ?"
                                + " group by not_before",
                        row -> Map.entry(Sql.instant(row, "not_before"), row.getInt("taken")),
                        now)
                .forEach(slot -> taken.put(slot.getKey(), slot.getValue()));
        return taken;
    }

    private List<CallbackSlot> all(Instant now) {
        var earliest = now.plus(config.notice());
        var today = now.atZone(config.zone()).toLocalDate();
        var slots = new ArrayList<CallbackSlot>();
        for (var day = today; day.isBefore(today.plusDays(config.days())); day = day.plusDays(1)) {
            for (var span : hours.of(day)) {
                var end = (span.to() == null ? day.plusDays(1).atStartOfDay() : day.atTime(span.to()))
                        .atZone(config.zone())
                        .toInstant();
                var from = day.atTime(span.from()).atZone(config.zone()).toInstant();
                for (var to = from.plus(config.slot()); !to.isAfter(end); to = from.plus(config.slot())) {
                    if (!from.isBefore(earliest)) {
                        slots.add(new CallbackSlot(from, to));
                    }
                    from = to;
                }
            }
        }
        return slots;
    }
}
