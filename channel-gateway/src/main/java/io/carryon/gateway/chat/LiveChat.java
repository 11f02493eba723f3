package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** One browser's socket and how far its chat was sent to it. Frames leave one after the other, in the order of seq. */
final class LiveChat {

    private static final Logger LOG = Logger.getLogger(LiveChat.class);

    private final WebSocketConnection socket;
    private final ObjectMapper json;
    private final FrameAllowance allowance;
    private final Instant since;
    private final ReentrantLock sending = new ReentrantLock();
    private volatile ChatSession session;
    private int sent;

    LiveChat(WebSocketConnection socket, ObjectMapper json, ChatConfig config, Clock clock) {
        this.socket = socket;
        this.json = json;
        this.allowance = new FrameAllowance(config.burst(), config.burstPeriod(), clock);
        this.since = clock.instant();
    }

    /** Null until the hello. */
    ChatSession session() {
        return session;
    }

    Instant since() {
        return since;
    }

    boolean mayTalk() {
        return allowance.take();
    }

    /** Begins the conversation after a place; what others want to push waits until welcome and replay are out. */
    void begin(ChatSession begun, int lastSeq, ServerFrame.Welcome welcome, ChatTranscript transcript) {
        sending.lock();
        try {
            session = begun;
            sent = lastSeq;
            send(welcome);
            for (var message : transcript.after(begun.sessionId(), sent)) {
                send(ServerFrame.New.of(message));
                sent = message.seq();
            }
        } finally {
            sending.unlock();
        }
    }

    /** Sends support's messages that were not sent yet; the visitor's own are acknowledged instead. */
    boolean sendNews(ChatTranscript transcript) {
        sending.lock();
        try {
            if (session == null) {
                return false;
            }
            for (var message : transcript.after(session.sessionId(), sent)) {
                if (ChatMessage.SUPPORT.equals(message.side())) {
                    send(ServerFrame.New.of(message));
                }
                sent = message.seq();
            }
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("The socket of chat %s took no more: %s", session.sessionId(), e.getMessage());
            return false;
        } finally {
            sending.unlock();
        }
    }

    boolean lacks(int lastSeq) {
        sending.lock();
        try {
            return sent < lastSeq;
        } finally {
            sending.unlock();
        }
    }

    void send(ServerFrame frame) {
        try {
            socket.sendTextAndAwait(json.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void close(int code, String reason) {
        if (socket.isOpen()) {
            socket.closeAndAwait(new CloseReason(code, reason));
        }
    }
}
