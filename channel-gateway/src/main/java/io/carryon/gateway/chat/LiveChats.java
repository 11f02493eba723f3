package io.carryon.gateway.chat;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The sockets of this process. What another process stored for one of them is noticed within two seconds. Nothing here
 * waits for a browser: each chat is sent to on a thread of its own.
 */
@ApplicationScoped
public class LiveChats {

    /** The token is not good, or there was no hello. */
    static final int NOT_ALLOWED = 4401;

    /** The same chat was opened by another socket. */
    static final int SUPERSEDED = 4409;

    private static final Logger LOG = Logger.getLogger(LiveChats.class);

    private final Map<String, LiveChat> bySocket = new ConcurrentHashMap<>();
    private final Map<UUID, LiveChat> bySession = new ConcurrentHashMap<>();
    private final ChatTranscript transcript;

    public LiveChats(ChatTranscript transcript) {
        this.transcript = transcript;
    }

    void opened(String socketId, LiveChat chat) {
        bySocket.put(socketId, chat);
    }

    /** Null when the socket is gone already. */
    LiveChat of(String socketId) {
        return bySocket.get(socketId);
    }

    /** From now on this socket has the chat; the one that had it is closed. */
    void joined(UUID sessionId, LiveChat chat) {
        var before = bySession.put(sessionId, chat);
        if (before != null && !before.equals(chat)) {
            before.close(SUPERSEDED, "opened elsewhere");
        }
    }

    void closed(String socketId) {
        var chat = bySocket.remove(socketId);
        if (chat != null && chat.session() != null) {
            bySession.remove(chat.session().sessionId(), chat);
        }
    }

    /** Has what was stored sent to the chat's socket, if it is here, and returns at once. */
    void push(UUID sessionId) {
        var chat = bySession.get(sessionId);
        if (chat != null) {
            Thread.ofVirtual().start(() -> sendNews(sessionId, chat));
        }
    }

    /** The chats that were not asked the recognition question at this socket, by their contact. */
    Map<UUID, LiveChat> unasked() {
        return bySession.values().stream()
                .filter(chat -> chat.session() != null && !chat.isAsked())
                .collect(
                        Collectors.toMap(chat -> chat.session().contactId(), Function.identity(), (one, other) -> one));
    }

    private void sendNews(UUID sessionId, LiveChat chat) {
        try {
            chat.sendNews(transcript::after);
        } catch (RuntimeException e) {
            // The round tries again.
            LOG.warnf("The news of chat %s could not be read: %s", sessionId, e.getMessage());
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        for (var chat : bySocket.values()) {
            if (chat.isSilent()) {
                chat.close(NOT_ALLOWED, "no hello");
            } else if (chat.isDead()) {
                chat.close(LiveChat.STALLED, "no answer to pings");
            }
        }
        if (bySession.isEmpty()) {
            return;
        }
        try {
            transcript.lastSeqOf(new HashMap<>(bySession).keySet()).forEach((sessionId, last) -> {
                var chat = bySession.get(sessionId);
                if (chat != null && chat.lacks(last)) {
                    push(sessionId);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("Chats could not be looked after: %s", e.getMessage());
        }
    }
}
