package io.carryon.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class CallbackComponentTest {

    @Test
    void aCallerTakesASlotAndKeepsItAfterHangingUp() {
        var call = announced("+4930111001");
        var slot = slot(call, 2);

        Ivr.callBack(call, within(slot))
                .then()
                .statusCode(201)
                .body("state", equalTo("requested"))
                .body("number", equalTo("+4930111001"))
                .body("notBefore", equalTo(slot.from().toString()))
                .body("say[0].lang", equalTo("de"))
                .body("say[0].text", startsWith("Wir rufen Sie zurück: "))
                .body("say[1].lang", equalTo("en"));
        Ivr.hangUp(call, "{}").then().statusCode(200).body("outcome", equalTo("callback"));

        var changes = Line.changesOf(Ivr.contactOf(call), "ended");
        assertThat(changes).extracting(c -> c.get("change").asText()).containsExactly("callback", "ended");
        assertThat(changes.getFirst().at("/callback/state").asText()).isEqualTo("requested");
        assertThat(changes.getFirst().at("/callback/notBefore").asText())
                .isEqualTo(slot.from().toString());
    }

    @Test
    void askedAgainTheOneCallbackIsMovedAndAfterItIsCancelledThereIsNone() {
        var call = announced("+4930111002");
        var first = slot(call, 4);
        var other = slot(call, 6);

        var id = Ivr.callBack(call, within(first))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Ivr.callBack(call, within(first))
                .then()
                .statusCode(200)
                .body("callbackId", equalTo(id.getString("callbackId")));
        Ivr.callBack(call, within(other))
                .then()
                .statusCode(200)
                .body("callbackId", equalTo(id.getString("callbackId")))
                .body("notBefore", equalTo(other.from().toString()));
        cancel(call).then().statusCode(200).body("state", equalTo("cancelled"));
        cancel(call).then().statusCode(200).body("state", equalTo("cancelled"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(Line.changesOf(Ivr.contactOf(call), "callback"))
                        .extracting(c -> c.at("/callback/state").asText())
                        .containsExactly("requested", "moved", "cancelled"));
    }

    @Test
    void aCallbackIsAContactThoughTheEndOfItsCallIsNeverToldAndItsCallerMayStillAskForAPerson() {
        var call = announced("+4930111012");
        Ivr.callBack(call, within(slot(call, 14))).then().statusCode(201);

        assertThat(Line.entriesOf(Ivr.contactOf(call), 1)
                        .getFirst()
                        .at("/phone/trigger")
                        .asText())
                .isEqualTo("callback");
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(201);
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(200);
        assertThat(Line.changesOf(Ivr.contactOf(call), "waiting")).hasSize(2);
        Ivr.hangUp(call, "{}").then().body("outcome", equalTo("abandoned-in-queue"));
    }

    @Test
    void whenTwoCallsTurnOutToBeAboutOneTicketTheEarlierCallbackIsCancelledAndThatIsTold() {
        var ticket = UUID.randomUUID();
        var one = announced("+4930111013");
        var other = announced("+4930111013");
        Ivr.callBack(one, within(slot(one, 16))).then().statusCode(201);
        Ivr.callBack(other, within(slot(other, 18))).then().statusCode(201);

        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 1, "OPENED", "NEW", Ivr.contactOf(one)));
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 2, "CONTACT_ADDED", "NEW", Ivr.contactOf(other)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(states(one)).containsExactly("requested", "cancelled"));
        assertThat(states(other)).containsExactly("requested");
    }

    private static List<String> states(String call) {
        return Line.changesOf(Ivr.contactOf(call), "callback").stream()
                .map(change -> change.at("/callback/state").asText())
                .toList();
    }

    @Test
    void twoCallsAboutOneTicketShareOneCallback() {
        var ticket = UUID.randomUUID();
        var one = announced("+4930111003");
        var other = announced("+4930111003");
        tie(one, ticket);
        tie(other, ticket);

        var id = Ivr.callBack(one, within(slot(one, 8)))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        Ivr.callBack(other, within(slot(other, 10)))
                .then()
                .statusCode(200)
                .body("callbackId", equalTo(id.getString("callbackId")));
    }

    @Test
    void whoCallsAgainIsKnownToWaitForACallback() {
        var call = announced("+4930111004");
        tie(call, ProfileStubResource.KNOWNS_TICKET);
        var slot = slot(call, 12);
        var id = Ivr.callBack(call, within(slot))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        Ivr.announce(Ivr.call(), ProfileStubResource.KNOWN)
                .then()
                .body("callback.callbackId", equalTo(id.getString("callbackId")))
                .body("callback.notBefore", equalTo(slot.from().toString()));
        cancel(call).then().statusCode(200);
        Ivr.announce(Ivr.call(), ProfileStubResource.KNOWN).then().body("callback", nullValue());
    }

    @Test
    void manyWhoAskAtOnceNeverGetMoreThanTheSlotHasRoomFor() {
        var calls =
                IntStream.range(0, 8).mapToObj(i -> announced("+493011110" + i)).toList();
        var slot = slot(calls.getFirst(), 19);

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(
                            () -> Ivr.callBack(call, within(slot)).statusCode(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(2);
        assertThat(answers).filteredOn(status -> status != 201).containsOnly(409);
        Ivr.callBack(announced("+4930111119"), within(slot))
                .then()
                .body("type", equalTo("urn:carryon:problem:no-slot"));
    }

    @Test
    void whoWithholdsTheNumberIsAskedForOne() {
        var call = announced("anonymous");

        Ivr.callBack(call, "{}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/number"))
                .body("say[0].text", startsWith("Diese Nummer kann nicht angerufen werden."));
        Ivr.callBack(call, "{\"number\":\" 4930111009\"}")
                .then()
                .statusCode(201)
                .body("number", equalTo("+4930111009"));
    }

    @Test
    void aWrongWishIsRefusedWithItsFault() {
        var call = announced("+4930111010");
        Ivr.callBack(call, "{\"notBefore\":\"2026-03-02T10:00:00Z\",\"notAfter\":\"2026-03-02T09:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/notAfter"));
        Ivr.callBack(call, "{\"notAfter\":\"2020-03-02T09:00:00Z\"}").then().statusCode(409);
        cancel(Ivr.call()).then().statusCode(404);
    }

    private record Slot(Instant from, Instant to) {}

    private static String announced(String from) {
        var call = Ivr.call();
        Ivr.announce(call, from).then().statusCode(201);
        return call;
    }

    private static Slot slot(String call, int index) {
        JsonPath slots = Ivr.ivr()
                .get("/v1/ivr/calls/" + call + "/callback/slots")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Slot(
                Instant.parse(slots.getString("slots[" + index + "].notBefore")),
                Instant.parse(slots.getString("slots[" + index + "].notAfter")));
    }

    private static String within(Slot slot) {
        return "{\"notBefore\":\"" + slot.from() + "\",\"notAfter\":\"" + slot.to() + "\"}";
    }

    private static Response cancel(String call) {
        return Ivr.ivr().delete("/v1/ivr/calls/" + call + "/callback");
    }

    private static void tie(String call, UUID ticket) {
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(201);
        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 1, "OPENED", "NEW", Ivr.contactOf(call)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() ->
                        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").jsonPath().get("ticket") != null);
    }
}
