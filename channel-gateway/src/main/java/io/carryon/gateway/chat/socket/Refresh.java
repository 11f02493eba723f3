package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ChatSessionStore;
import io.carryon.gateway.chat.status.StatusBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Brings a chat's sockets up to date. */
@ApplicationScoped
public class Refresh {

    private static final Logger LOG = Logger.getLogger(Refresh.class);

    private final ChatSessionStore sessions;
    private final StatusBoard board;
    private final Clock clock;

    public Refresh(ChatSessionStore sessions, StatusBoard board, Clock clock) {
        this.sessions = sessions;
        this.board = board;
        this.clock = clock;
    }

    /** Reads the chat's state and sends its sockets what they lack; what cannot be read the next round tries again. */
    void fromStore(LiveSession live) {
        try {
            sessions.find(live.session().sessionId()).ifPresent(live::know);
            ifStale(live);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The news of chat %s could not be read: %s", live.session().sessionId(), e.getMessage());
        }
    }

    /** Sends the sockets of a chat what they lack, if anything: its state is known, its place in the line may be news. */
    void ifStale(LiveSession live) {
        var session = live.session();
        var status = ServerFrame.Status.of(board.of(session));
        var isStale = !status.equals(live.shown())
                || !session.isOpen(clock.instant())
                || live.tabs().stream().anyMatch(tab -> tab.lacks(session.lastSeq()));
        if (isStale) {
            show(live, session, status);
        }
    }

    private void show(LiveSession live, ChatSession session, ServerFrame.Status status) {
        live.showing(status);
        live.tabs().forEach(tab -> Thread.ofVirtual().start(() -> show(session, status, tab)));
    }

    private void show(ChatSession session, ServerFrame.Status status, LiveChat tab) {
        try {
            if (tab.lacks(session.lastSeq())) {
                tab.deliver();
            }
            tab.deliver(status);
            if (session.endedAt() != null) {
                tab.end(ServerFrame.Ended.at(session.endedAt()));
            } else if (!session.isOpen(clock.instant())) {
                tab.close(LiveChats.NOT_ALLOWED, "the token has expired");
            }
        } catch (RuntimeException e) {
            LOG.warnf("The news of chat %s could not be sent: %s", session.sessionId(), e.getMessage());
        }
    }
}
