package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatFollower;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.activity.TypingNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sockets of this process. Nothing here waits for a browser: each is sent to on a thread of its own.
 */
@ApplicationScoped
public class LiveChats implements ChatFollower, TypingNews {

    /** The token is not good, or there was no hello. */
    static final int NOT_ALLOWED = 4401;

    /** The chat is a site's, the page another's. */
    static final int WRONG_PAGE = 4403;

    /** The same chat was opened by more tabs than it may have. */
    static final int SUPERSEDED = 4409;

    private final Map<String, LiveChat> bySocket = new ConcurrentHashMap<>();
    private final Map<UUID, LiveSession> bySession = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> sessionOfContact = new ConcurrentHashMap<>();
    private final AtomicLong told = new AtomicLong();
    private final Refresh refresh;
    private final ChatConfig config;

    public LiveChats(Refresh refresh, ChatConfig config) {
        this.refresh = refresh;
        this.config = config;
    }

    void opened(String socketId, LiveChat chat) {
        bySocket.put(socketId, chat);
    }

    /** Null when the socket is gone already. */
    LiveChat of(String socketId) {
        return bySocket.get(socketId);
    }

    Collection<LiveChat> sockets() {
        return bySocket.values();
    }

    Collection<LiveSession> sessions() {
        return bySession.values();
    }

    /** Counts the news told here. */
    long told() {
        return told.get();
    }

    /** From now on this socket has the chat, beside its other tabs; the oldest of too many is closed. */
    void joined(ChatSession session, LiveChat chat) {
        bySession.compute(session.sessionId(), (id, live) -> {
            var tabs = live == null ? new LiveSession(session) : live;
            tabs.join(session, chat, config.tabs()).forEach(oldest -> oldest.close(SUPERSEDED, "opened elsewhere"));
            return tabs;
        });
        sessionOfContact.put(session.contactId(), session.sessionId());
    }

    /** Its conversation has begun; a socket that closed meanwhile was nobody's then and leaves now. */
    void begun(LiveChat chat) {
        if (chat.isGone()) {
            leave(chat);
        }
    }

    void closed(String socketId) {
        var chat = bySocket.remove(socketId);
        if (chat != null) {
            chat.left();
            leave(chat);
        }
    }

    private void leave(LiveChat chat) {
        var session = chat.session();
        if (session != null) {
            bySession.computeIfPresent(session.sessionId(), (id, live) -> {
                live.leave(chat);
                if (!live.tabs().isEmpty()) {
                    return live;
                }
                sessionOfContact.remove(session.contactId());
                return null;
            });
        }
    }

    /** Takes a later state of a chat, if it is here. */
    void know(ChatSession read) {
        var live = bySession.get(read.sessionId());
        if (live != null) {
            live.know(read);
        }
    }

    /** The live chat of a contact, or null. */
    LiveSession ofContact(UUID contactId) {
        var session = sessionOfContact.get(contactId);
        return session == null ? null : bySession.get(session);
    }

    @Override
    public void changed(Collection<UUID> sessionIds) {
        told.incrementAndGet();
        var here =
                sessionIds.stream().map(bySession::get).filter(Objects::nonNull).toList();
        if (!here.isEmpty()) {
            refresh.soon(here);
        }
    }

    @Override
    public void typing(UUID contactId, boolean on, String name) {
        var live = ofContact(contactId);
        if (live != null) {
            deliver(live.tabs(), ServerFrame.Typing.of(on, name));
        }
    }

    /** Has the frame sent to each on a thread of its own. */
    static void deliver(List<LiveChat> chats, ServerFrame frame) {
        chats.forEach(chat -> Thread.ofVirtual().start(() -> chat.deliver(frame)));
    }
}
