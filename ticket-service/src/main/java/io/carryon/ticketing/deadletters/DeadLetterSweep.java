package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.inbox.Sweep;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes what operators have dealt with long ago; what waits is kept however old it is. */
@ApplicationScoped
class DeadLetterSweep {

    private static final String FORGET = """
            delete from ticketing.dead_letter where id in (
                select id from ticketing.dead_letter where state <> 'WAITING' and settled_at < ?1
                limit ?2 for update skip locked)""";

    private final Sweep sweep;
    private final DeadLetterConfig config;
    private final Clock clock;

    DeadLetterSweep(Sweep sweep, DeadLetterConfig config, Clock clock) {
        this.sweep = sweep;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "10m")
    void forgetTheSettled() {
        sweep.repeat(FORGET, clock.instant().minus(config.keepSettled()));
    }
}
