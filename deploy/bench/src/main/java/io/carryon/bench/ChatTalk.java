package io.carryon.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A visitor's chat as a conversation: what was said last, and who has not seen it yet. */
final class ChatTalk {

    private final ChatVisitor visitor;
    private final String sessionId;
    private volatile String ticketId;
    private volatile long saidNanos;
    private volatile long unreadNanos;
    private volatile long answeredNanos;
    private int said;

    ChatTalk(ChatVisitor visitor, String sessionId) {
        this.visitor = visitor;
        this.sessionId = sessionId;
    }

    ChatVisitor visitor() {
        return visitor;
    }

    String sessionId() {
        return sessionId;
    }

    String ticketId() {
        return ticketId;
    }

    void isTicket(String id) {
        ticketId = id;
    }

    synchronized int said() {
        return said;
    }

    /** The first thing said, before anybody of staff looks; answers the id of the contact that it begins. */
    String begin(String text) throws InterruptedException, ExecutionException, TimeoutException {
        count();
        return visitor.say(text);
    }

    /** Says something with its number and answers how long it took until it was durable. */
    Duration say(String text) throws InterruptedException, ExecutionException, TimeoutException {
        var start = System.nanoTime();
        saidNanos = start;
        unreadNanos = start;
        visitor.say(text + ", number " + count());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void isAnswered() {
        answeredNanos = System.nanoTime();
    }

    /** Whether what was said last does not stand in the ticket yet. */
    boolean isWaitingForStaff() {
        return saidNanos != 0;
    }

    boolean isWaiting() {
        return saidNanos != 0 || answeredNanos != 0;
    }

    /** Staff can read it: how long that took since it was said; empty when they could already. */
    Optional<Duration> readByStaff() {
        var since = unreadNanos;
        unreadNanos = 0;
        return since == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - since));
    }

    /** It stands in the ticket: how long that took since it was said. */
    Duration inTicket() {
        var took = Duration.ofNanos(System.nanoTime() - saidNanos);
        saidNanos = 0;
        return took;
    }

    /** How long it took since it was answered; empty when no answer was awaited. */
    Optional<Duration> seenByVisitor() {
        var since = answeredNanos;
        answeredNanos = 0;
        return since == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - since));
    }

    private synchronized int count() {
        return ++said;
    }
}
