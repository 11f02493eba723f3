package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One client's stream. It takes no thread: messages wait in memory, so many and no more, until the client has taken what
 * went before. Told by one thread at a time: by whoever brings it up to date, and from then on by the tail.
 */
final class OpenStream {

    private static final long RECONNECT_AFTER_MILLIS = 3000;

    private final String agentId;
    private final Instant until;
    private final Sse sse;
    private final Runnable cut;
    private final UnicastProcessor<OutboundSseEvent> out = UnicastProcessor.create();
    private final Semaphore room;
    private final int kept;
    private volatile Viewer viewer;
    private volatile Predicate<String> queues = queue -> true;
    private OutboxPosition position = OutboxPosition.START;

    /**
     * @param until when the token that opened it expires
     * @param buffer how many messages may wait
     * @param cut ends the connection at once, whatever is still on its way
     */
    OpenStream(String agentId, Instant until, int buffer, Sse sse, Runnable cut) {
        this.agentId = agentId;
        this.viewer = new Viewer(agentId, Optional.empty());
        this.until = until;
        this.room = new Semaphore(buffer);
        this.kept = buffer / 2;
        this.sse = sse;
        this.cut = cut;
    }

    /** What goes out; {@code closed} is run once, however it ends. */
    Multi<OutboundSseEvent> messages(Runnable closed) {
        return out.onItem().invoke(taken -> room.release()).onTermination().invoke(closed);
    }

    String agentId() {
        return agentId;
    }

    Viewer viewer() {
        return viewer;
    }

    void isOf(Viewer known) {
        viewer = known;
    }

    /** From now on only what happens in queues that are for the client. */
    void seesOnly(Predicate<String> visible) {
        queues = visible;
    }

    /** Whether the client may know of it. */
    boolean sees(LogRow row) {
        return queues.test(row.state().queue());
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(until);
    }

    /** How far the client has been told. */
    OutboxPosition position() {
        return position;
    }

    /** The client has been told of everything up to here that concerns it. */
    void isTold(OutboxPosition end) {
        position = end;
    }

    /** Where the client stands, should it come back before anything happens. */
    void begin(OutboxPosition place) {
        position = place;
        put(sse.newEventBuilder().comment("").id(place.toString()).reconnectDelay(RECONNECT_AFTER_MILLIS));
    }

    /** The client has to look at everything anew, and is told of what comes from here on. */
    void reset(OutboxPosition place, String why) {
        position = place;
        put(sse.newEventBuilder()
                .id(place.toString())
                .name("reset")
                .reconnectDelay(RECONNECT_AFTER_MILLIS)
                .data(String.class, "{\"reason\":\"" + why + "\"}"));
    }

    boolean tell(StreamMessage message) {
        return put(written(message));
    }

    /** Waits until the client has room; false when it has none in time, and is to be cut off. */
    boolean tellInTime(StreamMessage message, Duration patience) throws InterruptedException {
        if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        out.onNext(written(message).build());
        position = message.row().position();
        return true;
    }

    private OutboundSseEvent.Builder written(StreamMessage message) {
        return sse.newEventBuilder()
                .id(message.id())
                .name(message.kind().name())
                .data(String.class, message.json());
    }

    /** Tells what holds only now; the client's place stays where it is. */
    boolean whisper(String name, String json) {
        return put(sse.newEventBuilder().name(name).data(String.class, json));
    }

    /** Tells what is as well not told: nothing to a client that is behind, whose room is for what it has to know. */
    boolean mention(String name, String json) {
        return room.availablePermits() <= kept || whisper(name, json);
    }

    /** Says that the stream lives, and how far it has got. */
    boolean beat() {
        return put(sse.newEventBuilder().comment("").id(position.toString()));
    }

    /** Ends it once the client has taken what waits. */
    void end() {
        out.onComplete();
    }

    /** Ends it at once, whatever is still on its way. */
    void cutOff() {
        cut.run();
    }

    /** False when the client is too slow: then it is cut off. */
    private boolean put(OutboundSseEvent.Builder event) {
        if (!room.tryAcquire()) {
            cutOff();
            return false;
        }
        out.onNext(event.build());
        return true;
    }
}
