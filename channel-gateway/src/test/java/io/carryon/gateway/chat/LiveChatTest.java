package io.carryon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
    private final ChatSession session = new ChatSession(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "site",
            "",
            "",
            "",
            new Visitor(null, "Marta", null, false),
            null,
            "pl",
            null,
            now,
            now.plusSeconds(3_600),
            null,
            0);
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

        chat.sendNews(this::after);
        chat.close(LiveChats.SUPERSEDED, "opened elsewhere");

        assertThat(closings).containsExactly(LiveChats.SUPERSEDED);
        network.complete(null);
        replay.join();
        assertThat(frames).hasSize(1);
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
        assertThat(frames).hasSize(121);
        for (int seq = 1; seq <= 120; seq++) {
            assertThat(frames.get(seq)).contains("\"msg.new\"", "\"seq\":" + seq + ",");
        }
    }

    @Test
    void newsThatComeWhileAnotherThreadSendsAreSentByThatThread() {
        var chats = new CompletableFuture<LiveChat>();
        var chat = chat(LONG, frame -> {
            if (frame.contains("\"seq\":1,")) {
                say("support", 1);
                join(Thread.ofVirtual().start(() -> chats.join().sendNews(this::after)));
            }
            return Uni.createFrom().voidItem();
        });
        chats.complete(chat);
        begin(chat);
        say("support", 1);

        var sender = Thread.ofVirtual().start(() -> chat.sendNews(this::after));
        join(sender);

        assertThat(frames).hasSize(3);
        assertThat(frames.get(1)).contains("\"seq\":1,");
        assertThat(frames.get(2)).contains("\"seq\":2,");
    }

    @Test
    void onlySupportsMessagesAreNews() {
        var chat = chat(LONG, frame -> Uni.createFrom().voidItem());
        begin(chat);
        say("you", 1);
        say("support", 1);
        chat.sendNews(this::after);

        assertThat(frames).hasSize(2);
        assertThat(frames.getLast()).contains("\"seq\":2,");
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
    void nobodyHasReadWhatWasNotSent() {
        var chat = chat(LONG, frame -> Uni.createFrom().voidItem());
        say("support", 3);
        begin(chat);

        assertThat(chat.readUpTo(2)).isZero();
        assertThat(chat.readUpTo(9_000)).isEqualTo(2);
        assertThat(chat.read()).isEqualTo(3);
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
        return new LiveChat(socket, JSON, new Config(sendWithin), clock);
    }

    private void begin(LiveChat chat) {
        chat.begin(session, 0, ServerFrame.Welcome.to(session, 25, null), this::after);
    }

    private void say(String side, int times) {
        for (int i = 0; i < times; i++) {
            transcript.add(new ChatMessage(
                    UUID.randomUUID(),
                    session.sessionId(),
                    null,
                    0,
                    transcript.size() + 1,
                    side,
                    "Anna",
                    "Hello",
                    now));
        }
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

    private record Config(Duration sendWithin) implements ChatConfig {

        @Override
        public String socketUrl() {
            return "ws://localhost";
        }

        @Override
        public Duration sessionTtl() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration helloWithin() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int messages() {
            return 1_000;
        }

        @Override
        public int burst() {
            return 20;
        }

        @Override
        public Duration burstPeriod() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int heartbeatSec() {
            return 25;
        }
    }
}
