package io.carryon.gateway.chat.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatMessage;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.FrameAllowance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * One browser's socket and how far its chat was sent to it. Each message leaves once, in the order of seq: what this
 * browser said itself as its acknowledgement, all else as news. Who has something to send and finds another thread
 * sending leaves it to that one; no frame is waited for longer than configured, and no more than the latest of each kind
 * waits behind it.
 */
final class LiveChat {

    /** The browser takes or answers nothing any more. */
    static final int STALLED = 4408;

    private static final Logger LOG = Logger.getLogger(LiveChat.class);
    private static final int GOODBYE = 1000;
    private static final int PAGE = 50;
    private static final int PINGS_MISSED = 2;

    private final VisitorSocket socket;
    private final Said said;
    private final ObjectMapper json;
    private final ChatConfig config;
    private final FrameAllowance allowance;
    private final Clock clock;
    private final Instant since;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean news = new AtomicBoolean();
    private final LatestFrames latest = new LatestFrames();
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private volatile ChatSession session;
    private volatile Instant heardAt;
    private volatile Instant wroteAt;
    private volatile boolean gone;
    private volatile int sent;

    LiveChat(VisitorSocket socket, Said said, ObjectMapper json, ChatConfig config, Clock clock) {
        this.socket = socket;
        this.said = said;
        this.json = json;
        this.config = config;
        this.allowance = new FrameAllowance(config.burst(), config.burstPeriod(), clock);
        this.clock = clock;
        this.since = clock.instant();
        this.heardAt = since;
        this.wroteAt = Instant.MIN;
    }

    /** What stands in a chat after a place, in order. */
    @FunctionalInterface
    interface Said {
        List<ChatMessage> after(UUID sessionId, int seq, int limit);
    }

    /** As it was known last; null until the hello. */
    ChatSession session() {
        return session;
    }

    /** Takes a later state of the chat, once the conversation has begun: until then nobody knows after which place. */
    void know(ChatSession now) {
        if (session != null) {
            session = now;
        }
    }

    boolean mayTalk() {
        return allowance.take();
    }

    /** The browser answered a ping or sent something. */
    void heard() {
        heardAt = clock.instant();
    }

    /** The visitor sends or types a message in this tab. */
    void writes() {
        wroteAt = clock.instant();
    }

    /** Whether the visitor may have more to say before it is anybody else's turn. */
    boolean isWriting() {
        return clock.instant().minus(config.turn()).isBefore(wroteAt);
    }

    boolean isSilent() {
        return session == null && since.plus(config.helloWithin()).isBefore(clock.instant());
    }

    /** Whether it missed two pings, and the time to answer the second. */
    boolean isDead() {
        var patience = Duration.ofSeconds(config.heartbeatSec())
                .multipliedBy(PINGS_MISSED)
                .plus(config.sendWithin());
        return heardAt.plus(patience).isBefore(clock.instant());
    }

    /** Begins the conversation after a place: welcome, where it stands, replay, and what came meanwhile. */
    void begin(
            ChatSession begun,
            int lastSeq,
            boolean isAllKnown,
            ServerFrame.Welcome welcome,
            ServerFrame.Status status) {
        sending.lock();
        try {
            sent = lastSeq;
            session = begun;
            latest.note(status);
            if (send(welcome) && send(status) && !isAllKnown) {
                sendMessages();
            }
        } finally {
            sending.unlock();
        }
        drain();
    }

    /** The browser says this now: once it is durable its turn among the messages is its acknowledgement. */
    void saying(String clientId) {
        own.add(clientId);
    }

    /** It was not taken; if it becomes durable after all, it is news. */
    void notSaid(String clientId) {
        own.remove(clientId);
    }

    /** It is durable, now or from before. */
    void said(ChatMessage message) {
        if (sending.tryLock()) {
            try {
                if (message.seq() == sent + 1) {
                    show(message);
                }
            } finally {
                sending.unlock();
            }
        }
        if (sent < message.seq()) {
            deliver();
        }
        // Passed already and still not acknowledged: the browser said again what it said before.
        if (sent >= message.seq() && own.remove(message.clientId())) {
            send(ServerFrame.Ack.of(message));
        }
    }

    /** Sends the messages that were not sent yet. */
    void deliver() {
        news.set(true);
        drain();
    }

    /** Sends the frame unless a later one of its kind comes first, or it says what the last one said. */
    void deliver(ServerFrame frame) {
        if (latest.offer(frame)) {
            drain();
        }
    }

    boolean lacks(int lastSeq) {
        return sent < lastSeq;
    }

    /** How far the browser has the messages. */
    int sent() {
        return sent;
    }

    /** Whether the recognition question was put to this browser. */
    boolean isAsked() {
        return latest.hasTold(ServerFrame.Recognition.KIND);
    }

    /** Says, once, that the chat is over, and closes. */
    void end(ServerFrame.Ended frame) {
        if (ending.compareAndSet(false, true)) {
            send(frame);
            close(GOODBYE, "ended");
        }
    }

    /** False when the browser did not take it in time; the socket is given up then. */
    boolean send(ServerFrame frame) {
        if (gone) {
            return false;
        }
        try {
            socket.send(json.writeValueAsString(frame)).await().atMost(config.sendWithin());
            return true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            LOG.debugf("A browser took no more: %s", e.getMessage());
            close(STALLED, "not reading");
            return false;
        }
    }

    /** Its socket is closed. */
    void left() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    void close(int code, String reason) {
        gone = true;
        socket.close(code, reason);
    }

    private void drain() {
        while (session != null && !gone && (news.get() || latest.isThere()) && sending.tryLock()) {
            try {
                if (news.getAndSet(false)) {
                    sendMessages();
                }
                for (var frame = latest.poll(); frame != null && send(frame); ) {
                    frame = latest.poll();
                }
            } finally {
                sending.unlock();
            }
        }
    }

    private void sendMessages() {
        List<ChatMessage> page;
        do {
            page = said.after(session.sessionId(), sent, PAGE);
            for (var message : page) {
                if (!show(message)) {
                    return;
                }
            }
        } while (page.size() == PAGE);
    }

    private boolean show(ChatMessage message) {
        var isOwn = message.clientId() != null && own.remove(message.clientId());
        if (!send(isOwn ? ServerFrame.Ack.of(message) : ServerFrame.New.of(message))) {
            return false;
        }
        sent = message.seq();
        return true;
    }
}
