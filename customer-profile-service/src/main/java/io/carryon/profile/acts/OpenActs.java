package io.carryon.profile.acts;

import io.carryon.profile.documents.Outage;
import io.carryon.profile.events.BrokerAwayException;
import io.carryon.profile.events.Stopping;
import io.carryon.profile.problem.ProblemException;
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

    /** One that fails stays open, and keeps none of the others; nothing may end the thread, not even a full heap. */
    void carryOutTheOld() {
        try {
            acts.openSince(clock.instant().minus(AGE)).forEach(act -> attempt(() -> acts.again(act), "act " + act));
        } catch (RuntimeException | Error e) {
            warn("the list of acts", e);
        }
    }

    private static void attempt(Runnable work, String name) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            warn(name, e);
        }
    }

    /** An outage passes; what else comes up is told with its place, since it may come up every time. */
    private static void warn(String name, Throwable e) {
        if (e instanceof ProblemException || e instanceof BrokerAwayException || Outage.isBehind(e)) {
            LOG.warnf("%s waits: %s", name, e.getClass().getSimpleName());
        } else {
            LOG.errorf(withoutWords(e), "%s fails and is tried again", name);
        }
    }

    /** A failure's words may quote what was sent: its kind and place are enough. */
    private static Throwable withoutWords(Throwable failure) {
        var cause = failure.getCause();
        var bare = new Throwable(failure.getClass().getName(), cause == null ? null : withoutWords(cause));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
