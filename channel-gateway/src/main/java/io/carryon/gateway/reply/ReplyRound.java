package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.StorageException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Looks after the queue: keeps the leases, settles what a crash left, and wakes the workers whose replies are due. */
@ApplicationScoped
class ReplyRound {

    private static final Logger LOG = Logger.getLogger(ReplyRound.class);

    private final ReplyQueue queue;
    private final ReplyWorkers workers;
    private final Map<Channel, AtomicInteger> waiting = new EnumMap<>(Channel.class);

    ReplyRound(ReplyQueue queue, ReplyWorkers workers, MeterRegistry metrics) {
        this.queue = queue;
        this.workers = workers;
        for (var channel : Channel.values()) {
            var count = new AtomicInteger();
            waiting.put(channel, count);
            metrics.gauge("carryon.replies.waiting", Tags.of("channel", channel.wireName()), count);
        }
    }

    @Scheduled(every = "{carryon.replies.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        try {
            look();
        } catch (StorageException e) {
            LOG.warnf("Replies wait for the database: %s", e.getMessage());
        }
    }

    void look() {
        // In this order: a claim of ours whose lease ran out while the database was away is still ours.
        var held = workers.held();
        if (!held.isEmpty()) {
            queue.renew(held);
        }
        int abandoned = queue.settleAbandoned();
        if (abandoned > 0) {
            LOG.warnf("%d replies were being sent when a process stopped", abandoned);
        }
        var found = queue.waiting();
        waiting.values().forEach(count -> count.set(0));
        for (var channel : found) {
            waiting.get(channel.channel()).set(channel.replies());
            if (channel.due()) {
                workers.wake(channel.channel());
            }
        }
    }
}
