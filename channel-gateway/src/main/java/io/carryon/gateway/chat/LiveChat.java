package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * One browser's socket and how far its chat was sent to it. Frames leave one after the other, in the order of seq. Who
 * has news and finds another thread sending leaves them to that one; no frame is waited for longer than configured.
 */
final class LiveChat {

    /** The browser takes or answers nothing any more. */
    static final int STALLED = 4408;

    private static final Logger LOG = Logger.getLogger(LiveChat.class);
    private static final int PAGE = 50;
    private static final int PINGS_MISSED = 2;

    private final VisitorSocket socket;
    private final ObjectMapper json;
    private final ChatConfig config;
    private final FrameAllowance allowance;
    private final Clock clock;
    private final Instant since;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicBoolean news = new AtomicBoolean();
    private volatile ChatSession session;
    private volatile Instant heardAt;
    private volatile boolean gone;
    private volatile boolean asked;
    private volatile int sent;
    private int read;

    LiveChat(VisitorSocket socket, ObjectMapper json, ChatConfig config, Clock clock) {
        this.socket = socket;
        this.json = json;
        this.config = config;
        this.allowance = new FrameAllowance(config.burst(), config.burstPeriod(), clock);
        this.clock = clock;
        this.since = clock.instant();
        this.heardAt = since;
    }

    /** What stands in a chat after a place, in order. */
    @FunctionalInterface
    interface Said {
        List<ChatMessage> after(UUID sessionId, int seq, int limit);
    }

    /** Null until the hello. */
    ChatSession session() {
        return session;
    }

    boolean mayTalk() {
        return allowance.take();
    }

    /** The browser answered a ping or sent something. */
    void heard() {
        heardAt = clock.instant();
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

    /** Begins the conversation after a place: welcome, replay, and what came meanwhile. */
    void begin(ChatSession begun, int lastSeq, ServerFrame.Welcome welcome, Said said) {
        sending.lock();
        try {
            sent = lastSeq;
            session = begun;
            if (send(welcome)) {
                sendAfter(said, message -> true);
            }
        } finally {
            sending.unlock();
        }
        sendNews(said);
    }

    /** Sends support's messages that were not sent yet; the visitor's own are acknowledged instead. */
    void sendNews(Said said) {
        news.set(true);
        while (session != null && !gone && news.get() && sending.tryLock()) {
            try {
                news.set(false);
                sendAfter(said, message -> ChatMessage.SUPPORT.equals(message.side()));
            } finally {
                sending.unlock();
            }
        }
    }

    boolean lacks(int lastSeq) {
        return sent < lastSeq;
    }

    /** Notes how far the visitor has read, never beyond what was sent; returns how far that was before. */
    int readUpTo(int seq) {
        int before = read;
        read = Math.max(before, Math.min(seq, sent));
        return before;
    }

    int read() {
        return read;
    }

    /** Whether the recognition question was put to this browser. */
    boolean isAsked() {
        return asked;
    }

    /** Puts the question to the browser, once. */
    void ask(ServerFrame.Recognition question) {
        sending.lock();
        try {
            if (!asked) {
                asked = send(question);
            }
        } finally {
            sending.unlock();
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

    void close(int code, String reason) {
        gone = true;
        socket.close(code, reason);
    }

    private void sendAfter(Said said, Predicate<ChatMessage> wanted) {
        List<ChatMessage> page;
        do {
            page = said.after(session.sessionId(), sent, PAGE);
            for (var message : page) {
                if (wanted.test(message) && !send(ServerFrame.New.of(message))) {
                    return;
                }
                sent = message.seq();
            }
        } while (page.size() == PAGE);
    }
}
