package io.carryon.ticketing.stream;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.Listening.Message;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    @Inject
    CallIntake calls;

    @Inject
    EntityManager database;

    @Inject
    StreamHub hub;

    @Test
    void aCallIsOfferedToTheQueueAnsweredToTheOneAndEndedToBoth() {
        sits(ann, "technical", "301");
        sits(ben, "technical", "302");
        var call = callFor("technical");
        var contact = contactOf(call);
        call.set("question", Line.json("{\"text\":\"About the invoice?\"}"));
        try (var first = Listening.as(ann);
                var second = Listening.as(ben)) {
            ticketOf(call);
            var offered = first.about(contact.toString(), 1).getFirst();
            calls.take(arrived(
                    told(contact, 1, "answered", "\"agent\":{\"extension\":\"301\"},\"waitSec\":9"),
                    ended(contact, 2, "answered")));

            assertThat(offered.event()).isEqualTo("call.offered");
            assertThat(offered.data().at("/offer/position").intValue()).isPositive();
            assertThat(offered.data().at("/call/customer/name").textValue()).isEqualTo("Maria Weber");
            assertThat(offered.data().at("/call/question/text").textValue()).isEqualTo("About the invoice?");
            assertThat(offered.data().at("/call/card/contactCount").intValue()).isEqualTo(2);
            assertThat(offered.data().at("/call/phone/menuPath/1").textValue()).isEqualTo("0");
            assertThat(first.about(contact.toString(), 3))
                    .extracting(Message::event)
                    .containsExactly("call.offered", "call.answered", "call.ended");
            assertThat(first.about(contact.toString(), 3)
                            .get(1)
                            .data()
                            .at("/call/ticket/owner")
                            .textValue())
                    .isEqualTo(ann);
            assertThat(second.about(contact.toString(), 2))
                    .extracting(Message::event)
                    .containsExactly("call.offered", "call.ended");
        }
    }

    @Test
    void whoServesAnotherQueueHearsNothing() {
        sits(ann, "billing", "303");
        sits(ben, "technical", "304");
        var elsewhere = callFor("technical");
        var own = callFor("billing");
        try (var listening = Listening.as(ann)) {
            ticketOf(elsewhere);
            ticketOf(own);

            listening.about(contactOf(own).toString(), 1);
            assertThat(listening.messages())
                    .extracting(Message::contact)
                    .doesNotContain(contactOf(elsewhere).toString());
        }
    }

    @Test
    void whoChangesQueuesHearsOfTheNewOneAtOnce() {
        sits(ann, "technical", "305");
        try (var listening = Listening.as(ann)) {
            sits(ann, "billing", "305");
            var call = callFor("billing");
            ticketOf(call);

            assertThat(listening.about(contactOf(call).toString(), 1)).hasSize(1);
        }
    }

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
    void theStreamSaysHowToBeReadAndThatItLives() {
        try (var listening = Listening.as(ann)) {
            assertThat(listening.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listening.header("Cache-Control")).isEqualTo("no-store");
            assertThat(listening.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(listening.header("Content-Encoding")).isNotEqualTo("gzip");
            assertThat(listening.retry()).isEqualTo("3000");
            listening.hearsThatItLives();
        }
    }

    @Test
    void whoMayNotListenIsToldSo() {
        assertThat(Listening.refused(Line.bearer("portal", "service"))).isEqualTo(403);
        assertThat(Listening.refused("Bearer nonsense")).isEqualTo(401);
    }

    @Test
    void theStreamEndsWithTheToken() {
        var token = Jwt.issuer(Line.setting("carryon.jwt.issuer"))
                .audience(Line.setting("carryon.jwt.audience"))
                .subject(ann)
                .groups(Set.of("agent"))
                .expiresIn(2)
                .sign();

        try (var listening = Listening.with("Bearer " + token, null)) {
            listening.isEnded();
        }
    }

    @Test
    void nobodyHasMoreStreamsThanAllowedAndOneThatIsClosedIsFree() {
        var open = new ArrayList<Listening>();
        for (var i = 0; i < 10; i++) {
            open.add(Listening.as(ann));
        }
        given().header("Authorization", Line.bearer(ann, "agent"))
                .get("/v1/stream")
                .then()
                .statusCode(429)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:carryon:problem:too-many"));

        open.forEach(Listening::close);

        await().atMost(Duration.ofSeconds(20)).until(() -> !hub.agents().contains(ann));
        Listening.as(ann).close();
    }

    @Test
    void manyStreamsNeedNoThreadEach() {
        var before = Thread.activeCount();
        var open = new ArrayList<Listening>();
        for (var i = 0; i < 200; i++) {
            open.add(Listening.as("many-" + i));
        }

        assertThat(Thread.activeCount() - before).isLessThan(100);
        open.forEach(Listening::close);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.agents().stream().noneMatch(id -> id.startsWith("many-")));
    }

    @Test
    void whoListensIsThere() {
        sits(ann, "technical", "309");
        try (var listening = Listening.as(ann)) {
            listening.hearsThatItLives();
            given().header("Authorization", Line.bearer("boss", "supervisor"))
                    .get("/v1/agents?limit=100")
                    .then()
                    .body("items.find { it.id == '%s' }.present".formatted(ann), equalTo(true));
        }
        agent().get("/v1/agents").then().statusCode(403);
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sits(String id, String queue, String extension) {
        given().header("Authorization", Line.bearer(id, "agent"))
                .contentType("application/json")
                .body("{\"status\":\"busy\",\"extension\":\"%s\",\"queues\":[\"%s\"]}".formatted(extension, queue))
                .put("/v1/agents/me")
                .then()
                .statusCode(200);
    }
}
