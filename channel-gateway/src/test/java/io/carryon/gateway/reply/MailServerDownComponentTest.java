package io.carryon.gateway.reply;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.testing.AbsentMailServer;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.gateway.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class MailServerDownComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAILS = 5;

    @Test
    void chatAndPortalAnswersGoOutMeanwhileAndTheMailsFollowInOrder() throws Exception {
        // One ticket, so all of it is in one partition: what is behind the mails there has to pass them.
        var ticket = UUID.randomUUID();
        for (int i = 1; i <= MAILS; i++) {
            ask(ticket, UUID.randomUUID(), "email", "Mail " + i);
        }
        ask(ticket, portalRequest(), "portal", "By portal");
        ask(ticket, chat(), "chat", "By chat");

        await().atMost(PATIENCE)
                .untilAsserted(() -> replies(ticket, "SENT")
                        .body("items.channel", hasItem("portal"))
                        .body("items.channel", hasItem("chat")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> replies(ticket, "WAITING")
                        .body("items.size()", equalTo(MAILS))
                        .body(
                                "items[%d].reason".formatted(MAILS - 1),
                                containsString("The mail server did not take it"))
                        .body("items[%d].nextAttemptAt".formatted(MAILS - 1), notNullValue()));

        try (var server = AbsentMailServer.comeBack()) {
            for (int i = 1; i <= MAILS; i++) {
                assertThat(server.subjects().poll(PATIENCE.toSeconds(), SECONDS))
                        .contains("Mail " + i);
            }
            // The server has a mail a moment before the gateway has its word for it.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> replies(ticket, "SENT").body("items.size()", equalTo(MAILS + 2)));
        }
    }

    @Test
    void theListIsForStaffAndRefusesWhatItDoesNotKnow() {
        given().auth().oauth2(Tokens.of("portal")).get("/v1/replies").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/v1/replies?state=lost")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/state"));
        given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/v1/replies?ticketId=7")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/ticketId"));
    }

    private static void ask(UUID ticket, UUID contactId, String channel, String subject) {
        var event = TicketEvents.reply(UUID.randomUUID(), ticket, contactId, channel, "It is on its way.");
        event.put("subject", subject);
        event.put("to", Map.of("kind", "mailto", "value", "ann@example.org"));
        Line.publish("reply.requested", ticket, event);
    }

    private static ValidatableResponse replies(UUID ticket, String state) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", ticket)
                .queryParam("state", state)
                .get("/v1/replies")
                .then()
                .statusCode(200);
    }

    private static UUID portalRequest() {
        return UUID.fromString(posted("/portal/v1/requests", """
                {"requester":{"email":"ana@example.com","verified":true},"subject":"Refund","text":"Where is it?"}""", "contactId"));
    }

    private static UUID chat() {
        return ContactId.derive("chat", posted("/v1/chat/sessions", "{\"visitor\":{\"name\":\"Ana\"}}", "sessionId"));
    }

    private static String posted(String path, String body, String field) {
        return given().auth()
                .oauth2(Tokens.of("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(field);
    }
}
