package io.carryon.gateway.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One worker for each channel. */
@ApplicationScoped
class ReplyWorkers {

    private static final Logger LOG = Logger.getLogger(ReplyWorkers.class);
    private static final Duration LAST_SENDINGS = Duration.ofSeconds(5);

    private final Map<Channel, ReplyWorker> workers = new EnumMap<>(Channel.class);
    private final Clock clock;

    ReplyWorkers(
            @All List<ReplyChannel> channels,
            ReplyQueue queue,
            OutcomeReport outcomes,
            ReplyConfig config,
            ObjectMapper json,
            Clock clock) {
        this.clock = clock;
        var patience = new ReplyPatience(config.firstPause(), config.longestPause(), config.giveUpAfter());
        var byName = channels.stream().collect(Collectors.toMap(ReplyChannel::channel, Function.identity()));
        var attempt = new ReplyAttempt(byName, queue, outcomes::report, patience, json, clock);
        for (var channel : Channel.values()) {
            workers.put(
                    channel,
                    new ReplyWorker(channel.wireName(), () -> queue.claim(channel), attempt::make, config.parallel()));
        }
    }

    void start(@Observes StartupEvent started) {
        workers.values().forEach(ReplyWorker::start);
    }

    /** What is still being sent then is settled by another process, or by this one when it is back. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        for (var worker : workers.values()) {
            worker.stop();
        }
        var end = clock.instant().plus(LAST_SENDINGS);
        for (var worker : workers.entrySet()) {
            if (!worker.getValue().awaitSent(Duration.between(clock.instant(), end))) {
                LOG.warnf("Stopping while replies by %s are being sent", worker.getKey());
            }
        }
    }

    void wake(Channel channel) {
        workers.get(channel).wake();
    }

    /** The tokens of all claims being sent from here. */
    List<String> held() {
        return workers.values().stream()
                .flatMap(worker -> worker.held().stream())
                .toList();
    }
}
