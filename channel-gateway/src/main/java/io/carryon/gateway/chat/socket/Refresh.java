package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ChatSessionStore;
import io.carryon.gateway.chat.status.StatusBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Brings chats' sockets up to date. */
@ApplicationScoped
public class Refresh {

    private static final Logger LOG = Logger.getLogger(Refresh.class);

    private final ChatSessionStore sessions;
    private final StatusBoard board;
    private final Clock clock;
    private final Set<LiveSession> wanted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();

    public Refresh(ChatSessionStore sessions, StatusBoard board, Clock clock) {
        this.sessions = sessions;
        this.board = board;
        this.clock = clock;
    }

    /**
     * Brings these chats up to date, on a thread of its own. What changes while chats are read waits and is read
     * together, however often it changed; what cannot be read the next round tries again.
     */
    void soon(Collection<LiveSession> changed) {
        wanted.addAll(changed);
        readSoon();
    }

    private void readSoon() {
        if (!wanted.isEmpty() && reading.compareAndSet(false, true)) {
            Thread.ofVirtual().start(this::read);
        }
    }

    private void read() {
        try {
            var live = List.copyOf(wanted);
            // First: what changes from here on is wanted again.
            live.forEach(wanted::remove);
            var changed = sessions
                    .changedSince(live.stream().map(LiveSession::session).toList())
                    .stream()
                    .collect(Collectors.toMap(ChatSession::sessionId, session -> session, (one, same) -> same));
            live.forEach(chat ->
                    Optional.ofNullable(changed.get(chat.session().sessionId())).ifPresent(chat::know));
            live.forEach(this::ifStale);
        } catch (RuntimeException e) {
            LOG.warnf("The news of chats could not be read: %s", e.getMessage());
        } finally {
            reading.set(false);
            readSoon();
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
