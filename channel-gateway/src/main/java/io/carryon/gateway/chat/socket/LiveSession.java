package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatSession;
import java.util.ArrayList;
import java.util.List;

/** The sockets of one chat in this process: its visitor's tabs, the oldest first. */
final class LiveSession {

    private volatile ChatSession session;
    private volatile ServerFrame.Status shown;
    private volatile List<LiveChat> tabs = List.of();

    LiveSession(ChatSession session) {
        this.session = session;
    }

    /** Where the chat stands, as it was shown last; null before. */
    ServerFrame.Status shown() {
        return shown;
    }

    void showing(ServerFrame.Status status) {
        shown = status;
    }

    ChatSession session() {
        return session;
    }

    List<LiveChat> tabs() {
        return tabs;
    }

    /** Whether it is still the visitor's turn, in whichever tab. */
    boolean isWriting() {
        return tabs.stream().anyMatch(LiveChat::isWriting);
    }

    /** Adds a tab; returns the oldest ones that are too many now. */
    List<LiveChat> join(ChatSession latest, LiveChat tab, int most) {
        know(latest);
        var all = new ArrayList<>(tabs);
        all.remove(tab);
        all.add(tab);
        var excess = Math.max(0, all.size() - most);
        tabs = List.copyOf(all.subList(excess, all.size()));
        return List.copyOf(all.subList(0, excess));
    }

    void leave(LiveChat tab) {
        tabs = tabs.stream().filter(other -> !other.equals(tab)).toList();
    }

    /** Takes the state of the chat unless it is older than what is known. */
    synchronized void know(ChatSession read) {
        if (read.revision() >= session.revision()) {
            session = read;
            tabs.forEach(tab -> tab.know(read));
        }
    }
}
