package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.inbox.Sweep;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.Outage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks around for what receivers are to be told: soon after a commit, and every second for what others wrote and what
 * is to be tried again. Each receiver is served by a thread of its own, so that none waits for another's.
 */
@ApplicationScoped
class WebhookRounds {

    private static final Logger LOG = Logger.getLogger(WebhookRounds.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Commits that come close together are looked at together. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private static final String FORGET = """
            delete from ticketing.webhook_delivery where id in (
                select id from ticketing.webhook_delivery where state <> 'WAITING' and made_at < ?1
                order by made_at limit ?2 for update skip locked)""";

    private final FanOut fanOut;
    private final PostBox postBox;
    private final WebhookStore webhooks;
    private final WebhookConfig config;
    private final Sweep sweep;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Instant lastSuccess;
    private Thread thread;
    private boolean failing;

    WebhookRounds(
            FanOut fanOut,
            PostBox postBox,
            WebhookStore webhooks,
            WebhookConfig config,
            Sweep sweep,
            MeterRegistry metrics,
            Clock clock) {
        this.fanOut = fanOut;
        this.postBox = postBox;
        this.webhooks = webhooks;
        this.config = config;
        this.sweep = sweep;
        this.clock = clock;
        this.lastSuccess = clock.instant();
        metrics.gauge(
                "carryon.webhooks.stuck.seconds",
                this,
                rounds -> Duration.between(rounds.lastSuccess, clock.instant()).toMillis() / 1000.0);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("webhooks").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        thread.join(Duration.ofSeconds(3));
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketLog.Appended appended) {
        wake.release();
    }

    @Scheduled(every = "1h", delayed = "15m")
    void forgetTheOld() {
        sweep.repeat(FORGET, clock.instant().minus(config.keep()));
    }

    private void run() {
        while (!stopping) {
            try {
                if (!round()) {
                    wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    Thread.sleep(GATHER);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there is more to tell at once. Nothing may end the thread: nobody would be told any more. */
    private boolean round() {
        try {
            var more = fanOut.next();
            QuarkusTransaction.requiringNew()
                    .call(() -> webhooks.due(clock.instant()))
                    .forEach(this::serve);
            lastSuccess = clock.instant();
            failing = false;
            return more;
        } catch (SQLException | RuntimeException | Error e) {
            if (!failing) {
                LOG.warn("Webhooks wait; trying until it can be seen what is due", e);
            }
            failing = true;
            return false;
        }
    }

    private void serve(UUID webhookId) {
        if (served.add(webhookId)) {
            Thread.ofVirtual().name("webhook").start(() -> {
                try {
                    while (!stopping && postBox.deliver(webhookId)) {
                        // Until nothing is due.
                    }
                } catch (InterruptedException | RuntimeException e) {
                    // No receiver waits for another's trouble; what is due is due at the next round again.
                    LOG.warnf(
                            Outage.causedBy(e) ? null : e,
                            "Deliveries to the webhook %s are told again later: %s",
                            webhookId,
                            e);
                } finally {
                    served.remove(webhookId);
                }
            });
        }
    }
}
