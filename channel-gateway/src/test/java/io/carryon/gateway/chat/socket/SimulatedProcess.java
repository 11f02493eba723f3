package io.carryon.gateway.chat.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatNews;
import io.carryon.gateway.chat.ChatOriginals;
import io.carryon.gateway.chat.ChatPages;
import io.carryon.gateway.chat.ChatSessionStore;
import io.carryon.gateway.chat.ChatTalk;
import io.carryon.gateway.chat.ChatTranscript;
import io.carryon.gateway.chat.status.StatusBoard;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.site.PageOrigin;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway's process as far as sockets go: its own memory of who is here, on the database and broker of all. */
final class SimulatedProcess {

    private final Shared shared;
    private final ChatNews news;
    private final LiveChats chats;
    private final FrameDesk desk;
    private final LiveRound round;
    private final List<LiveChat> sockets = new CopyOnWriteArrayList<>();

    /** What all processes have in common. */
    record Shared(
            ChatSessionStore sessions,
            ChatTranscript transcript,
            ChatPages pages,
            StatusBoard board,
            FrameProblems problems,
            ChatOriginals originals,
            ContactIntake intake,
            ObjectMapper json,
            ChatConfig config,
            HumanConfig human,
            Clock clock) {}

    /** The way from one process to the others, which may lose what it carries. */
    @FunctionalInterface
    interface Wire {
        void carry(SimulatedProcess from, Collection<UUID> sessions);
    }

    SimulatedProcess(Shared shared, Wire wire) {
        this.shared = shared;
        var refresh = new Refresh(shared.sessions(), shared.board(), shared.clock());
        this.chats = new LiveChats(refresh, shared.config());
        this.news = new ChatNews(List.of(chats), sessions -> wire.carry(this, sessions));
        var talk = new ChatTalk(
                shared.sessions(), shared.transcript(), news, shared.originals(), shared.intake(), shared.clock());
        var hello = new Hello(
                chats, talk, shared.pages(), shared.board(), shared.problems(), shared.config(), shared.human());
        this.desk = new FrameDesk(hello, talk, null, null, null, null, null);
        this.round = new LiveRound(chats, shared.sessions(), refresh);
    }

    LiveChat open(String socketId, VisitorSocket socket) {
        var chat = new LiveChat(socket, shared.transcript()::after, shared.json(), shared.config(), shared.clock());
        chats.opened(socketId, chat);
        sockets.add(chat);
        return chat;
    }

    void close(String socketId) {
        chats.closed(socketId);
    }

    void take(VisitorFrame frame, LiveChat chat) {
        desk.take(frame, chat, PageOrigin.NONE);
    }

    /** Something was stored here. */
    void tell(UUID session) {
        news.tell(List.of(session));
    }

    /** Another process told. */
    void hear(Collection<UUID> sessions) {
        news.heard(sessions);
    }

    void round() {
        round.round();
    }

    /** All sockets break. */
    void kill() {
        sockets.forEach(chat -> chat.close(1006, "killed"));
    }
}
