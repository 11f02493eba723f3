package io.carryon.profile.acts;

import io.carryon.profile.events.Stopping;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Carries out what a stop or an outage left: at the start and every ten seconds, acts older than half a minute. */
@ApplicationScoped
public class OpenActs {

    private static final Logger LOG = Logger.getLogger(OpenActs.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Younger ones are most likely being carried out just now. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private final Acts acts;
    private final Stopping stopping;
    private final Clock clock;

    public OpenActs(Acts acts, Stopping stopping, Clock clock) {
        this.acts = acts;
        this.stopping = stopping;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        Thread.ofVirtual().name("open-acts").start(() -> {
            do {
                carryOutTheOld();
            } while (!stopping.beginsWithin(PAUSE));
        });
    }

    /** One that fails stays open, and keeps none of the others. */
    void carryOutTheOld() {
        try {
            acts.openSince(clock.instant().minus(AGE)).forEach(act -> attempt(() -> acts.again(act), "act " + act));
        } catch (RuntimeException e) {
            warn("the list of acts", e);
        }
    }

    private static void attempt(Runnable work, String name) {
        try {
            work.run();
        } catch (RuntimeException e) {
            warn(name, e);
        }
    }

    /** Without the failure's words: those of a database quote what it was sent. */
    private static void warn(String name, RuntimeException e) {
        LOG.warnf("%s waits: %s", name, e.getClass().getSimpleName());
    }
}
