package io.carryon.ticketing.webhooks;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other systems are told of what happens to tickets, and admins see what became of it. */
@QuarkusTest
class WebhookComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OPENED_AND_REPLIED = "[\"ticket.opened\",\"ticket.replied\"]";

    private final HookServer receiver = new HookServer();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void nobodyIsToldAnyMore() {
        made.forEach(id -> admin().header("If-Match", "*").delete("/v1/webhooks/" + id));
        receiver.close();
    }

    private static ValidatableResponse ask(String body) {
        return admin().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/webhooks")
                .then();
    }

    private ValidatableResponse created(String url) {
        var answer = ask(setting(url, true)).statusCode(201);
        made.add(answer.extract().path("webhook.id"));
        return answer;
    }

    private static String setting(String url, boolean enabled) {
        return "{\"url\":\"%s\",\"types\":%s,\"enabled\":%b}".formatted(url, OPENED_AND_REPLIED, enabled);
    }

    private String hook() {
        return created(receiver.url()).extract().path("webhook.id");
    }

    private List<HookServer.Got> told(String ticket, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> receiver.about(ticket).size() >= count);
        return receiver.about(ticket);
    }

    private static ValidatableResponse deliveries(String hook, String query) {
        return admin().get("/v1/webhooks/%s/deliveries%s".formatted(hook, query))
                .then()
                .statusCode(200);
    }

    private static void awaitState(String hook, String state) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> state.equals(
                        admin().get("/v1/webhooks/" + hook).then().extract().path("state")));
    }

    private static void awaitSettled(String hook, String delivery, String state) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> state.equals(admin().get("/v1/webhooks/%s/deliveries/%s".formatted(hook, delivery))
                        .then()
                        .extract()
                        .path("state")));
    }

    @Test
    void aReceiverIsToldInOrderSignedAndWithoutAWordOfWhatWasSaid() {
        var answer = created(receiver.url());
        String secret = answer.extract().path("secret");
        String hook = answer.extract().path("webhook.id");

        var ticket = Desk.ticketOf(RecognizedFixtures.mail());
        Desk.reply(ticket, "We have corrected it.").statusCode(201);

        var got = told(ticket, 2);
        assertThat(got).extracting(HookServer.Got::type).containsExactly("ticket.opened", "ticket.replied");
        assertThat(got).allMatch(message -> message.isSignedBy(secret));
        assertThat(got.get(1).json().at("/data/actorId").textValue()).isEqualTo("agent-1");
        assertThat(got.get(1).json().at("/data/ticket/status").textValue()).isEqualTo("OPEN");
        assertThat(got.get(1).body()).doesNotContain("corrected", "Invoice", "Maria", "maria");
        awaitSettled(hook, got.get(1).id(), "DELIVERED");
        deliveries(hook, "?state=DELIVERED")
                .body("items.ticketId", hasItem(ticket))
                .body("items.latest.status", hasItem(204))
                .body("items[0].latest.durationMs", greaterThanOrEqualTo(0))
                .body("items[0].nextTryAt", nullValue());
        admin().get("/v1/webhooks/" + hook).then().body("secret", nullValue()).body("failingSince", nullValue());
    }

    @Test
    void whatFailedIsTriedAgainUnderTheSameId() {
        var hook = hook();
        receiver.answers(500);
        var ticket = Desk.ticketOf(RecognizedFixtures.mail());
        var first = told(ticket, 1).getFirst();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> deliveries(hook, "?state=WAITING").extract().path("items[0].latest.status") != null);
        deliveries(hook, "?state=WAITING")
                .body("items.find { it.ticketId == '%s' }.latest.error".formatted(ticket), containsString("500"))
                .body("items.find { it.ticketId == '%s' }.nextTryAt".formatted(ticket), notNullValue());
        receiver.answers(204);

        awaitSettled(hook, first.id(), "DELIVERED");

        assertThat(receiver.about(ticket))
                .hasSizeGreaterThan(1)
                .allMatch(got -> got.id().equals(first.id()));
        admin().get("/v1/webhooks/%s/deliveries/%s".formatted(hook, first.id()))
                .then()
                .body("trail[0].status", equalTo(204))
                .body("trail[-1].status", equalTo(500));
        var before = receiver.about(ticket).size();
        admin().post("/v1/webhooks/%s/deliveries/%s/replay".formatted(hook, first.id()))
                .then()
                .statusCode(202);
        assertThat(told(ticket, before + 1).getLast().id()).isEqualTo(first.id());
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAndARedirectIsNoSuccess() {
        var hook = hook();
        receiver.answers(302);
        var ticket = Desk.ticketOf(RecognizedFixtures.mail());
        var message = told(ticket, 1).getFirst();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> deliveries(hook, "?state=WAITING").extract().path("items[0].latest.status") != null);
        assertThat(receiver.about(ticket)).hasSize(1);
        receiver.answers(410);
        admin().post("/v1/webhooks/%s/deliveries/%s/replay".formatted(hook, message.id()))
                .then()
                .statusCode(202);

        awaitState(hook, "DISABLED");

        admin().get("/v1/webhooks/" + hook).then().body("disabledWhy", containsString("410"));
        admin().body("{\"since\":\"2026-01-01T00:00:00Z\"}")
                .post("/v1/webhooks/" + hook + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:carryon:problem:webhook-not-active"));
        receiver.answers(204);
        admin().header("If-Match", "*")
                .body(setting(receiver.url(), true))
                .put("/v1/webhooks/" + hook)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
    }

    @Test
    void aReceiverThatDoesNotAnswerHoldsUpNobodyElse() {
        try (var silent = new HookServer()) {
            silent.answersNothing();
            created(silent.url());
            hook();

            var first = Desk.ticketOf(RecognizedFixtures.mail());
            Awaitility.await().atMost(PATIENCE).until(() -> !silent.about(first).isEmpty());
            Desk.reply(first, "We have corrected it.").statusCode(201);

            assertThat(told(first, 2)).hasSize(2);
            assertThat(silent.about(first)).extracting(HookServer.Got::type).containsExactly("ticket.opened");
        }
    }

    @Test
    void afterARotationBothSecretsSign() {
        var answer = created(receiver.url());
        String former = answer.extract().path("secret");
        String hook = answer.extract().path("webhook.id");
        var key = UUID.randomUUID().toString();
        String secret = rotated(hook, key);
        assertThat(rotated(hook, key)).isEqualTo(secret);

        var message = told(Desk.ticketOf(RecognizedFixtures.mail()), 1).getFirst();

        assertThat(secret).isNotEqualTo(former);
        assertThat(message.isSignedBy(secret)).isTrue();
        assertThat(message.isSignedBy(former)).isTrue();
        assertThat(message.signatures().split(" ")).hasSize(2);
    }

    private static String rotated(String hook, String key) {
        return admin().header("Idempotency-Key", key)
                .post("/v1/webhooks/" + hook + "/secret")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    @Test
    void whatHappenedBeforeIsToldWhenItIsAskedFor() {
        var since = Instant.now();
        var ticket = Desk.ticketOf(RecognizedFixtures.mail());
        var hook = hook();

        admin().body("{\"since\":\"%s\"}".formatted(since))
                .post("/v1/webhooks/" + hook + "/replay")
                .then()
                .statusCode(202);

        assertThat(told(ticket, 1).getFirst().type()).isEqualTo("ticket.opened");
        admin().body("{\"since\":\"%s\"}".formatted(Instant.now().plusSeconds(3600)))
                .post("/v1/webhooks/" + hook + "/replay")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/since"));
    }

    @Test
    void whatIsWrongIsNamedAndOnlyAdminsSeeIt() {
        agent().get("/v1/webhooks").then().statusCode(403);
        supervisor().get("/v1/webhooks").then().statusCode(403);
        ask("{\"url\":\"http://example.org/\",\"types\":[]}").statusCode(400).body("errors.pointer", hasItem("/url"));
        ask("{\"url\":\"https://example.org/\",\"types\":[\"ticket.opened\",\"ticket.eaten\"]}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/types/1"));
        admin().body(setting(receiver.url(), true)).post("/v1/webhooks").then().statusCode(400);
        admin().get("/v1/webhooks/" + UUID.randomUUID()).then().statusCode(404);
        var hook = hook();
        admin().body(setting(receiver.url(), false))
                .put("/v1/webhooks/" + hook)
                .then()
                .statusCode(428);
        admin().header("If-Match", "\"7\"")
                .body(setting(receiver.url(), false))
                .put("/v1/webhooks/" + hook)
                .then()
                .statusCode(412);
        admin().header("If-Match", "\"1\"")
                .body(setting(receiver.url(), false))
                .put("/v1/webhooks/" + hook)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PAUSED"));
        admin().get("/v1/webhooks/%s/deliveries/%s".formatted(hook, UUID.randomUUID()))
                .then()
                .statusCode(404);
        deliveries(hook, "").body("items", equalTo(List.of())).body("hasMore", equalTo(false));
    }
}
