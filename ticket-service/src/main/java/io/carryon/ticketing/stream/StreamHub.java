package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All open streams of the process, and how far the tail has told them. Closing takes no lock: a connection that breaks is
 * closed by the thread that noticed, while another may be writing to it.
 */
@ApplicationScoped
class StreamHub {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(5);

    private final StreamConfig config;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private final Set<OpenStream> live = ConcurrentHashMap.newKeySet();
    private OutboxPosition told;

    StreamHub(StreamConfig config, MeterRegistry metrics) {
        this.config = config;
        metrics.gauge("carryon.stream.open", this, StreamHub::size);
    }

    /** Takes a stream in that is to be brought up to date; 429 or 503 when there are too many. */
    synchronized void open(OpenStream stream) {
        var same = open.stream()
                .filter(other -> other.agentId().equals(stream.agentId()))
                .count();
        if (same >= config.mostPerAgent()) {
            throw ProblemException.tooMany(
                    "You have %d streams open, and no more are allowed: close one.".formatted(same), COME_BACK_AFTER);
        }
        if (open.size() >= config.most()) {
            throw ProblemException.unavailable(
                    "All %d streams of this instance are taken.".formatted(config.most()), COME_BACK_AFTER);
        }
        open.add(stream);
    }

    /** From now on the tail tells the stream; false when it has to catch up with the tail first. */
    synchronized boolean goesLive(OpenStream stream) {
        if (told == null || live.isEmpty()) {
            told = stream.position();
        }
        if (stream.position().compareTo(told) < 0) {
            return false;
        }
        live.add(stream);
        if (!open.contains(stream)) {
            live.remove(stream);
        }
        return true;
    }

    /** Whether the client is still there. */
    boolean isOpen(OpenStream stream) {
        return open.contains(stream);
    }

    void close(OpenStream stream) {
        open.remove(stream);
        live.remove(stream);
    }

    /** What is known of those who listen from now on. */
    synchronized void know(Map<String, Viewer> viewers) {
        for (var stream : open) {
            stream.isOf(viewers.getOrDefault(stream.agentId(), stream.viewer()));
        }
    }

    /** How far the live streams have been told; empty while there are none. */
    synchronized Optional<OutboxPosition> told() {
        return live.isEmpty() ? Optional.empty() : Optional.of(told);
    }

    /**
     * Tells every live stream what concerns it of the log between two places. Nothing happens when the streams are told
     * from another place by now, because all that were told from here have gone.
     */
    synchronized void tell(OutboxPosition from, List<StreamMessage> messages, OutboxPosition end) {
        if (!from.equals(told)) {
            return;
        }
        told = end;
        forEachLive(stream -> {
            var concerning = messages.stream()
                    .filter(message -> message.row().position().compareTo(stream.position()) > 0)
                    .filter(message -> stream.sees(message.row()))
                    .filter(message -> message.concerns(stream.viewer()));
            var took = StreamMessage.oneOfEachRow(concerning).allMatch(stream::tell);
            if (stream.position().compareTo(end) < 0) {
                stream.isTold(end);
            }
            return took;
        });
    }

    /** Tells somebody's live streams what is no part of the log. */
    synchronized void whisper(String agentId, String name, String json) {
        forEachLive(stream -> !stream.agentId().equals(agentId) || stream.whisper(name, json));
    }

    /** Tells live streams, but those that are behind, what is as well not told: by whose they are. */
    synchronized void mention(String name, Map<String, String> byAgent) {
        forEachLive(stream ->
                !byAgent.containsKey(stream.agentId()) || stream.mention(name, byAgent.get(stream.agentId())));
    }

    /** Lets every live stream say that it lives. */
    synchronized void beat() {
        forEachLive(OpenStream::beat);
    }

    /** Ends the streams whose tokens have expired. */
    synchronized void endExpired(Instant now) {
        forEachLive(stream -> {
            if (stream.isExpired(now)) {
                stream.end();
                return false;
            }
            return true;
        });
    }

    /** Ends all: the service stops, and clients come back to another. */
    synchronized void endAll() {
        forEachLive(stream -> {
            stream.end();
            return false;
        });
    }

    Set<String> agents() {
        return open.stream().map(OpenStream::agentId).collect(Collectors.toSet());
    }

    int size() {
        return open.size();
    }

    /** A stream that did not take it is closed. */
    private void forEachLive(Predicate<OpenStream> taking) {
        for (var stream : live) {
            if (!taking.test(stream)) {
                close(stream);
            }
        }
    }
}
