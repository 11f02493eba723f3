package io.carryon.gateway.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.status.ChatStatus;
import io.carryon.gateway.testing.MovableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveChatsTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final MovableClock clock = new MovableClock();
    private final TestChatConfig config = new TestChatConfig(Duration.ofMinutes(5));
    private final ChatSession session = ChatSessions.open(clock.instant());

    @Test
    void aBurstOfMessagesIsOneTurn() {
        var live = new LiveSession(session);
        var first = tab();
        var other = tab();
        live.join(session, first, 5);
        live.join(session, other, 5);
        assertThat(live.isWriting()).isFalse();

        first.writes();
        clock.advance(Duration.ofSeconds(3));
        other.writes();
        clock.advance(Duration.ofSeconds(3));
        assertThat(live.isWriting()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(live.isWriting()).isFalse();
    }

    @Test
    void aSocketThatClosesWhileItsConversationBeginsIsNotKept() {
        var chats = new LiveChats(null, config);
        var tab = tab();
        chats.opened("socket", tab);
        chats.joined(session, tab);

        chats.closed("socket");
        tab.begin(
                session,
                0,
                true,
                ServerFrame.Welcome.to(session, 25, ChatStatus.Agents.ONLINE, null),
                ServerFrame.Status.of(new ChatStatus(
                        ChatStatus.State.WAITING, 0, null, ChatStatus.Agents.ONLINE, null, null, null, null)));
        chats.begun(tab);

        assertThat(chats.sessions()).isEmpty();
        assertThat(chats.ofContact(session.contactId())).isNull();
    }

    private LiveChat tab() {
        var socket = new VisitorSocket() {
            @Override
            public Uni<Void> send(String frame) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public void close(int code, String reason) {}
        };
        return new LiveChat(socket, (id, seq, limit) -> List.of(), JSON, config, clock);
    }
}
