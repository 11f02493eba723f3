package io.carryon.gateway.chat.letter;

import io.carryon.gateway.chat.ChatSessionStore;
import io.carryon.gateway.reply.ReplyDetour;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends by mail what visitors have not read, all of a chat in one. Whoever reads it meanwhile gets none. */
@ApplicationScoped
class ChatLetterRound {

    private static final Logger LOG = Logger.getLogger(ChatLetterRound.class);
    private static final int AT_ONCE = 200;

    private final ChatLetters letters;
    private final ChatSessionStore sessions;
    private final ReplyDetour detour;
    private final ChatLetterConfig config;
    private final Clock clock;

    ChatLetterRound(
            ChatLetters letters, ChatSessionStore sessions, ReplyDetour detour, ChatLetterConfig config, Clock clock) {
        this.letters = letters;
        this.sessions = sessions;
        this.detour = detour;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        try {
            sendOwedBefore(clock.instant().minus(config.unreadFor()));
        } catch (StorageException e) {
            LOG.warnf("What was not read in chats waits for the database: %s", e.getMessage());
        }
    }

    void sendOwedBefore(Instant before) {
        for (var sessionId : letters.due(before, clock.instant(), AT_ONCE)) {
            QuarkusTransaction.requiringNew().run(() -> send(sessionId));
        }
    }

    private void send(UUID sessionId) {
        if (!letters.hold(sessionId)) {
            return;
        }
        var session = sessions.find(sessionId).orElseThrow();
        var unread = letters.unread(sessionId);
        if (unread.isEmpty() || detour.take(ChatLetter.of(session, unread, clock.instant()))) {
            letters.settle(sessionId);
        }
    }
}
