package io.carryon.gateway.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a mail to support: a contact, a row, or a decision of staff. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class MailArrivalComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String unique = UUID.randomUUID().toString();

    @Test
    void aMailBecomesExactlyOneContactHoweverOftenItIsDelivered() throws Exception {
        var mail = Mails.rich("jm@example.org", unique + "@example.org");
        SupportMailbox.deliver(mail);
        SupportMailbox.deliver(mail);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("DUPLICATE", "ACCEPTED"));
        var contact = SupportMailbox.contactsOf(unique);
        assertThat(contact).singleElement().satisfies(event -> {
            assertThat(event.at("/channel").asText()).isEqualTo("email");
            assertThat(event.at("/sender/handles/0/value").asText()).isEqualTo("jm@example.org");
            assertThat(event.at("/subject").asText()).isEqualTo("Störung seit heute");
            assertThat(event.at("/visibleText").asText()).isEqualTo("Grüße");
            assertThat(event.at("/attachments").size()).isEqualTo(2);
            assertThat(event.at("/thread/inReplyTo/0").asText()).isEqualTo("earlier@example.org");
        });
        var file = contact.getFirst().at("/attachments/1");
        given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("mediaType", file.get("mediaType").asText())
                .queryParam("name", file.get("name").asText())
                .get("/v1/originals/" + file.get("sha256").asText())
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(equalTo("%PDF-1"));
    }

    @Test
    void anAutomaticAnswerMakesNoContactButHasItsRow() throws Exception {
        SupportMailbox.deliver(Mails.autoReply("away@example.org", unique + "@example.org"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("AUTOMATIC"));
        assertThat(SupportMailbox.contactsOf(unique)).isEmpty();
    }

    @Test
    void whatNoReaderCanReadIsHeldAndStaffDecide() throws Exception {
        var body = "Subject: " + unique + "\nMessage-ID: <" + unique + "@example.org>\n\nno sender\n";
        SupportMailbox.deliver(body);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("QUARANTINED"));
        var supervisor = Tokens.of("supervisor");
        var id = given().auth()
                .oauth2(supervisor)
                .get("/v1/quarantine")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        given().auth()
                .oauth2(supervisor)
                .get("/v1/quarantine/" + id + "/original")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(supervisor)
                .post("/v1/quarantine/" + id + "/retry")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(supervisor)
                .contentType("application/json")
                .body(Map.of("reason", "not a mail"))
                .post("/v1/quarantine/" + id + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        given().auth().oauth2(Tokens.of("agent")).get("/v1/quarantine").then().statusCode(403);
    }
}
