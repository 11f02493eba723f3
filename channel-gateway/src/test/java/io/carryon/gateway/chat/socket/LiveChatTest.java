package io.carryon.gateway.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.gateway.chat.ChatMessage;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.status.ChatStatus;
import io.carryon.gateway.testing.MovableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveChatTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final MovableClock clock = new MovableClock();
    private final Instant now = clock.instant();
    private final ChatSession session = ChatSessions.open(now);
    private final List<ChatMessage> transcript = new CopyOnWriteArrayList<>();
    private final List<Integer> pages = new CopyOnWriteArrayList<>();
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<Integer> closings = new CopyOnWriteArrayList<>();

    @Test
    void whoHasNewsDoesNotWaitForABrowserThatStoppedReading() throws InterruptedException {
        var network = new CompletableFuture<Void>();
        var stuck = new CountDownLatch(1);
        var chat = chat(LONG, frame -> {
            stuck.countDown();
            return Uni.createFrom().completionStage(network);
        });
        say("support", 10);
        var replay = Thread.ofVirtual().start(() -> begin(chat));
        stuck.await();

        chat.deliver();
        chat.close(LiveChats.SUPERSEDED, "opened elsewhere");

        assertThat(closings).containsExactly(LiveChats.SUPERSEDED);
        network.complete(null);
        replay.join();
        assertThat(frames).hasSize(1);
    }

    @Test
    void newsOfAChatThatIsBeingJoinedWaitForThePlaceTheBrowserHas() {
        var chat = chat(LONG, frame -> Uni.createFrom().voidItem());
        say("support", 7);
        var live = new LiveSession(session);
        live.join(session, chat, 5);

        live.know(session);
        chat.deliver();
        assertThat(frames).isEmpty();

        begin(chat, 5);
        assertThat(frames).hasSize(4);
        assertThat(frames.get(2)).contains("\"seq\":6,");
        assertThat(frames.get(3)).contains("\"seq\":7,");
    }

    @Test
    void aBrowserThatTakesNothingInTimeIsGivenUp() {
        var chat = chat(Duration.ofMillis(1), frame -> Uni.createFrom().nothing());
        say("support", 10);
        begin(chat);

        assertThat(closings).containsExactly(LiveChat.STALLED);
        assertThat(frames).hasSize(1);
        assertThat(chat.send(ServerFrame.Ended.at(now))).isFalse();
        assertThat(chat.lacks(1)).isTrue();
    }

    @Test
    void aLongReplayIsReadInPagesAndComesInOrder() {
        say("you", 60);
        say("support", 60);
        begin(chat(LONG, frame -> Uni.createFrom().voidItem()));

        assertThat(pages).hasSizeGreaterThan(2).allMatch(limit -> limit <= 50);
        assertThat(frames).hasSize(122);
        for (int seq = 1; seq <= 120; seq++) {
            assertThat(frames.get(seq + 1)).contains("\"msg.new\"", "\"seq\":" + seq + ",");
        }
    }

    @Test
    void newsThatComeWhileAnotherThreadSendsAreSentByThatThread() {
        var chats = new CompletableFuture<LiveChat>();
        var chat = chat(LONG, frame -> {
            if (frame.contains("\"seq\":1,")) {
                say("support", 1);
                join(Thread.ofVirtual().start(() -> chats.join().deliver()));
            }
            return Uni.createFrom().voidItem();
        });
        chats.complete(chat);
        begin(chat);
        say("support", 1);

        var sender = Thread.ofVirtual().start(() -> chat.deliver());
        join(sender);

        assertThat(frames).hasSize(4);
        assertThat(frames.get(2)).contains("\"seq\":1,");
        assertThat(frames.get(3)).contains("\"seq\":2,");
    }

    @Test
    void whatThisBrowserSaidIsAcknowledgedInItsTurnAndOnce() {
        var chat = chat(LONG, frame -> Uni.createFrom().voidItem());
        begin(chat);
        say("support", 1);
        chat.saying("c1");
        var own = say("you", 1, "c1");
        chat.said(own);
        chat.deliver();

        assertThat(frames).hasSize(4);
        assertThat(frames.get(2)).contains("\"msg.new\"", "\"seq\":1,");
        assertThat(frames.get(3)).contains("\"ack\"", "\"seq\":2,");

        chat.saying("c1");
        chat.said(own);
        assertThat(frames).hasSize(5);
        assertThat(frames.getLast()).contains("\"ack\"", "\"seq\":2,");
    }

    @Test
    void whatAnotherTabSaidIsNews() {
        var chat = chat(LONG, frame -> Uni.createFrom().voidItem());
        begin(chat);
        say("you", 1, "c1");
        chat.deliver();

        assertThat(frames.getLast()).contains("\"msg.new\"", "\"from\":\"you\"", "\"clientId\":\"c1\"");
    }

    @Test
    void aSlowBrowserHasOnlyTheLatestOfEachKindWaiting() throws InterruptedException {
        var network = new CompletableFuture<Void>();
        var stuck = new CountDownLatch(1);
        var chat = chat(LONG, frame -> {
            stuck.countDown();
            return Uni.createFrom().completionStage(network);
        });
        var replay = Thread.ofVirtual().start(() -> begin(chat));
        stuck.await();
        for (int i = 0; i < 1_000; i++) {
            chat.deliver(ServerFrame.Typing.of(i % 2 == 0, "Anna"));
            chat.deliver(status(i));
        }
        network.complete(null);
        replay.join();
        chat.deliver(status(999));

        assertThat(frames).hasSizeLessThanOrEqualTo(4);
        assertThat(frames).anyMatch(frame -> frame.contains("\"position\":999"));
        assertThat(frames).anyMatch(frame -> frame.contains("\"on\":false"));
    }

    @Test
    void twoMissedPingsEndASocketAndAnAnswerKeepsIt() {
        var chat = chat(Duration.ofSeconds(5), frame -> Uni.createFrom().voidItem());
        clock.advance(Duration.ofSeconds(55));
        assertThat(chat.isDead()).isFalse();
        chat.heard();
        clock.advance(Duration.ofSeconds(55));
        assertThat(chat.isDead()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(chat.isDead()).isTrue();
    }

    @Test
    void itKnowsHowFarItWasSent() {
        var chat = chat(LONG, frame -> Uni.createFrom().voidItem());
        say("support", 3);
        begin(chat);

        assertThat(chat.sent()).isEqualTo(3);
    }

    private LiveChat chat(Duration sendWithin, Function<String, Uni<Void>> network) {
        var socket = new VisitorSocket() {
            @Override
            public Uni<Void> send(String frame) {
                frames.add(frame);
                return network.apply(frame);
            }

            @Override
            public void close(int code, String reason) {
                closings.add(code);
            }
        };
        return new LiveChat(socket, this::after, JSON, new TestChatConfig(sendWithin), clock);
    }

    private void begin(LiveChat chat) {
        begin(chat, 0);
    }

    private void begin(LiveChat chat, int after) {
        chat.begin(
                session, after, false, ServerFrame.Welcome.to(session, 25, ChatStatus.Agents.ONLINE, null), status(0));
    }

    private static ServerFrame.Status status(int position) {
        return ServerFrame.Status.of(new ChatStatus(
                ChatStatus.State.WAITING, position, null, ChatStatus.Agents.ONLINE, null, null, null, null));
    }

    private void say(String side, int times) {
        say(side, times, null);
    }

    private ChatMessage say(String side, int times, String clientId) {
        for (int i = 0; i < times; i++) {
            transcript.add(new ChatMessage(
                    UUID.randomUUID(),
                    session.sessionId(),
                    clientId,
                    0,
                    transcript.size() + 1,
                    side,
                    "Anna",
                    "Hello",
                    List.of(),
                    now));
        }
        return transcript.getLast();
    }

    private List<ChatMessage> after(UUID sessionId, int seq, int limit) {
        pages.add(limit);
        return transcript.stream()
                .filter(message -> message.seq() > seq)
                .limit(limit)
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
