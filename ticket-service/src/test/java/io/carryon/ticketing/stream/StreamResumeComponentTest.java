package io.carryon.ticketing.stream;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.sits;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.calls.CallFixtures;
import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.Listening.Message;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is lost and nothing is told twice, however a client comes back. */
@QuarkusTest
class StreamResumeComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String ann = "ann-" + UUID.randomUUID();

    @Inject
    CallIntake calls;

    @Inject
    EntityManager database;

    @Inject
    StreamHub hub;

    @Test
    void whoComesBackIsToldWhatWasMissedOnceAndInOrder() {
        sits(ann, "technical", "306");
        var calls = List.of(callFor("technical"), callFor("technical"), callFor("technical"), callFor("technical"));
        String last;
        try (var listening = Listening.as(ann)) {
            ticketOf(calls.get(0));
            last = listening
                    .about(contactOf(calls.get(0)).toString(), 1)
                    .getFirst()
                    .id();
        }
        ticketOf(calls.get(1));
        ticketOf(calls.get(2));

        try (var again = Listening.with(Line.bearer(ann, "agent"), last)) {
            ticketOf(calls.get(3));

            again.about(contactOf(calls.get(3)).toString(), 1);
            assertThat(again.messages())
                    .extracting(Message::contact)
                    .containsExactlyElementsOf(calls.subList(1, 4).stream()
                            .map(call -> contactOf(call).toString())
                            .toList());
        }
    }

    @Test
    void whatIsCommittedLateIsNotSkipped() throws InterruptedException {
        sits(ann, "technical", "307");
        var early = callFor("technical");
        var between = callFor("technical");
        ticketOf(early);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var listening = Listening.as(ann)) {
            var slow = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                    .run(() -> {
                        database.createNativeQuery("select cast(pg_current_xact_id() as text)")
                                .getSingleResult();
                        begun.countDown();
                        until(goOn);
                        calls.take(arrived(
                                told(contactOf(early), 1, "answered", "\"agent\":{\"id\":\"%s\"}".formatted(ann))));
                    }));
            begun.await();
            ticketOf(between);
            goOn.countDown();
            slow.join();

            listening.about(contactOf(between).toString(), 1);
            assertThat(listening.messages())
                    .extracting(Message::contact)
                    .containsExactly(
                            contactOf(early).toString(), contactOf(between).toString());
            assertThat(listening.messages())
                    .extracting(message -> OutboxPosition.parse(message.id()).orElseThrow())
                    .isSorted();
        }
    }

    @Test
    void anIdThatIsNoneOfOursMeansToLookAnew() {
        sits(ann, "technical", "308");
        for (var id : List.of("garbage", "0-99999999999-1", "7", "0-1-1' or '1'='1")) {
            try (var listening = Listening.with(Line.bearer(ann, "agent"), id)) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(listening.messages())
                                .extracting(Message::event)
                                .startsWith("reset"));
                assertThat(OutboxPosition.parse(listening.lastId())).isPresent();
            }
        }
    }

    @Test
    void whoDidNotReadIsCutOffAndGoesOnWhereItWas() throws IOException {
        sits(ann, "technical", "310");
        // More than fits into the buffers of both ends of the connection and of the stream.
        var many = Stream.generate(StreamResumeComponentTest::callWithMuchToSay)
                .limit(400)
                .toList();
        String last;
        try (var unread = new UnreadStream(Line.bearer(ann, "agent"))) {
            last = unread.firstId();
            many.forEach(Line.open()::recognized);
            await().atMost(PATIENCE).until(() -> !hub.agents().contains(ann));
        }
        many.forEach(call -> ticketWith(contactOf(call).toString()));

        try (var again = Listening.with(Line.bearer(ann, "agent"), last)) {
            await().atMost(PATIENCE).until(() -> again.messages().size() >= many.size());

            assertThat(again.messages()).extracting(Message::event).containsOnly("call.offered");
            assertThat(again.messages())
                    .extracting(Message::contact)
                    .containsExactlyInAnyOrderElementsOf(many.stream()
                            .map(CallFixtures::contactOf)
                            .map(UUID::toString)
                            .toList());
        }
    }

    private static ObjectNode callWithMuchToSay() {
        var call = callFor("technical");
        call.set("question", Line.json("{\"text\":\"%s\"}".formatted("And? ".repeat(7_000))));
        return call;
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
