package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatSessionStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jboss.logging.Logger;

/**
 * The safety net, one walk over all sockets: gives up silent and dead ones, and notices what nobody told of, such as a
 * place in the line that moved up or a token that expired.
 */
@ApplicationScoped
public class LiveRound {

    private static final Logger LOG = Logger.getLogger(LiveRound.class);

    /** In so many rounds the rows of all chats are read once. */
    private static final int ROUNDS = 3;

    private final LiveChats chats;
    private final ChatSessionStore sessions;
    private final Refresh refresh;
    private int turn;

    public LiveRound(LiveChats chats, ChatSessionStore sessions, Refresh refresh) {
        this.chats = chats;
        this.sessions = sessions;
        this.refresh = refresh;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        for (var chat : chats.sockets()) {
            if (chat.isSilent()) {
                chat.close(LiveChats.NOT_ALLOWED, "no hello");
            } else if (chat.isDead()) {
                chat.close(LiveChat.STALLED, "no answer to pings");
            }
        }
        try {
            turn = (turn + 1) % ROUNDS;
            lookAfter(chats.sessions());
        } catch (RuntimeException e) {
            LOG.warnf("Chats could not be looked after: %s", e.getMessage());
        }
    }

    private boolean hasTurn(LiveSession live) {
        return Math.floorMod(live.session().sessionId().hashCode(), ROUNDS) == turn;
    }

    private void lookAfter(Collection<LiveSession> live) {
        var read = live.stream().filter(this::hasTurn).map(LiveSession::session).toList();
        if (!read.isEmpty()) {
            sessions.changedSince(read).forEach(chats::know);
        }
        live.forEach(refresh::ifStale);
    }
}
