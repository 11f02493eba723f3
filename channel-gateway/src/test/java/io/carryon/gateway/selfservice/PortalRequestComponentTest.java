package io.carryon.gateway.selfservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalRequestComponentTest {

    private static final ReplyChannel.Handover NOT_NEEDED = () -> {};

    private static final String REQUESTS = "/portal/v1/requests";
    private static final String REQUEST = """
            {"requester":{"name":"Marta Nowak","email":"marta@example.com","phone":"030 1234567",
              "account":"cust-1","verified":true,"method":"oidc"},
             "subject":"The invoice is wrong","text":"You charged twice.","language":"pl",
             "fields":{"invoice":"2026-05-1177"}}
            """;

    @Inject
    PortalReplies replies;

    @Test
    void aRequestIsPublishedAsAContactBeforeItIsAnswered() {
        var accepted = submitted(REQUEST);

        assertThat(accepted.getString("reference")).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(accepted.getString("statusUrl")).isEqualTo(REQUESTS + "/" + accepted.getString("reference"));
        var entry = Line.entriesOf(accepted.getUUID("contactId"), 1).getFirst();
        assertThat(entry.get("channel").asText()).isEqualTo("portal");
        assertThat(entry.get("connection").asText()).isEqualTo("portal-client");
        assertThat(entry.get("text").asText()).isEqualTo("You charged twice.");
        assertThat(entry.at("/portal/fields/invoice").asText()).isEqualTo("2026-05-1177");
        assertThat(entry.at("/original/sha256").asText()).hasSize(64);
        assertThat(entry.at("/sender/handles/0/kind").asText()).isEqualTo("account");
        assertThat(entry.at("/sender/handles/1/verification").asText()).isEqualTo("verified");
        assertThat(entry.at("/sender/handles/1/method").asText()).isEqualTo("oidc");
        assertThat(entry.at("/sender/handles/2/verification").asText()).isEqualTo("claimed");
        assertThat(entry.at("/sender/handles/2/region").asText()).isEqualTo("DE");
    }

    @Test
    void anUnverifiedRequesterOnlyClaimsTheirAddress() {
        var accepted = submitted("""
                {"requester":{"email":"stranger@example.com"},"subject":"Hello","text":"Who am I?"}
                """);

        var handle = Line.entriesOf(accepted.getUUID("contactId"), 1).getFirst().at("/sender/handles/0");
        assertThat(handle.get("kind").asText()).isEqualTo("mailto");
        assertThat(handle.get("verification").asText()).isEqualTo("claimed");
    }

    @Test
    void theSameKeyAndPayloadIsAnsweredTheSame() {
        var key = UUID.randomUUID().toString();

        var first = post(key, REQUEST).then().statusCode(201).extract().asString();
        var quoted = post("\"" + key + "\"", REQUEST)
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertThat(quoted).isEqualTo(first);
    }

    @Test
    void theSameKeyWithAnotherPayloadIsRefused() {
        var key = UUID.randomUUID().toString();
        post(key, REQUEST).then().statusCode(201);

        post(key, REQUEST.replace("twice", "thrice"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:idempotency-key-reused"));
    }

    @Test
    void aMissingKeyIsRefused() {
        portal().contentType("application/json")
                .body(REQUEST)
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:carryon:problem:idempotency-key-missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"requester"                                                                      | urn:carryon:problem:malformed-json |
                    []                                                                                | urn:carryon:problem:malformed-json |
                    {} {}                                                                             | urn:carryon:problem:malformed-json |
                    {"requester":{"email":"a@b.example"},"subject":"s","text":"t","colour":"red"}     | urn:carryon:problem:validation | /colour
                    {"requester":{"email":"a@b.example"},"subject":7,"text":"t"}                      | urn:carryon:problem:validation | /subject
                    {"requester":{"email":"a@b.example","verified":"yes"},"subject":"s","text":"t"}   | urn:carryon:problem:validation | /requester/verified
                    {"requester":{"email":"not an address"},"subject":"s","text":"t"}                 | urn:carryon:problem:validation | /requester/email
                    {"requester":{"name":"Nobody"},"subject":"s","text":"t"}                          | urn:carryon:problem:validation | /requester
                    {"requester":{"email":"a@b.example"},"subject":"s\\u0000","text":"t"}              | urn:carryon:problem:validation | /subject
                    {"requester":{"email":"a@b.example"},"subject":"s","text":"\\ud83d"}               | urn:carryon:problem:validation | /text
                    {"requester":{"email":"a@b.example"},"subject":"s","text":" "}                    | urn:carryon:problem:validation | /text
                    {"requester":{"email":"a@b.example"},"subject":"s","text":"t","language":"!"}     | urn:carryon:problem:validation | /language
                    """)
    void aWrongBodyIsRefusedWithItsFault(String body, String type, String pointer) {
        var refused = post(UUID.randomUUID().toString(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(type));
        if (pointer != null) {
            refused.body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        portal().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                .post(REQUESTS)
                .then()
                .statusCode(400);
    }

    @Test
    void anOverlongTextIsRefused() {
        post(UUID.randomUUID().toString(), REQUEST.replace("You charged twice.", "x".repeat(60_001)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/text"));
    }

    @Test
    void onlyPortalsMaySubmit() {
        given().contentType("application/json")
                .body(REQUEST)
                .post(REQUESTS)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .body(REQUEST)
                .post(REQUESTS)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.ofForeignIssuer("portal"))
                .contentType("application/json")
                .body(REQUEST)
                .post(REQUESTS)
                .then()
                .statusCode(401);
    }

    @Test
    void theStateFollowsTheTicketAndNeverGoesBack() {
        var accepted = submitted(REQUEST);
        var reference = accepted.getString("reference");
        status(reference)
                .then()
                .statusCode(200)
                .body("state", equalTo("received"))
                .body("ticketNumber", nullValue());

        var ticket = UUID.randomUUID();
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 1, "OPENED", "NEW", accepted.getUUID("contactId")));
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 3, "STATUS_CHANGED", "WAITING_FOR_CUSTOMER", null));
        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 2, "ASSIGNED", "OPEN", null));
        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 4, "STATUS_CHANGED", "RESOLVED", null));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> status(reference)
                        .then()
                        .body("state", equalTo("solved"))
                        .body("ticketNumber", equalTo("1004273"))
                        .body("contactUs.human.text", notNullValue()));
    }

    @Test
    void anEventThatCannotBeReadDoesNotStopTheNext() {
        var accepted = submitted(REQUEST);
        var ticket = UUID.randomUUID();

        Line.publish("ticket.changed", ticket, "not json");
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 1, "OPENED", "OPEN", accepted.getUUID("contactId")));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> status(accepted.getString("reference")).then().body("state", equalTo("in progress")));
    }

    @Test
    void aFurtherMessageIsAnEntryOfTheSameContact() {
        var accepted = submitted(REQUEST);
        var path = accepted.getString("statusUrl") + "/messages";
        var key = UUID.randomUUID().toString();

        var first = write(path, key, "{\"text\":\"One more thing.\"}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        write(path, key, "{\"text\":\"One more thing.\"}")
                .then()
                .statusCode(201)
                .body("messageId", equalTo(first.getString("messageId")));
        write(path, key, "{\"text\":\"Something else.\"}").then().statusCode(422);
        write(path, UUID.randomUUID().toString(), "{\"text\":\"And another.\"}")
                .then()
                .statusCode(201);

        var entries = Line.entriesOf(accepted.getUUID("contactId"), 3);
        assertThat(entries)
                .extracting(e -> e.get("sequence").asInt())
                .contains(0, 1, 2)
                .doesNotContain(3);
        assertThat(entries).filteredOn(e -> e.get("sequence").asInt() == 1).allSatisfy(e -> {
            assertThat(e.get("entryId").asText()).isEqualTo(first.getString("messageId"));
            assertThat(e.get("text").asText()).isEqualTo("One more thing.");
        });
        status(accepted.getString("reference"))
                .then()
                .body("messages.text", contains("You charged twice.", "One more thing.", "And another."))
                .body("messages.from", contains("you", "you", "you"));
    }

    @Test
    void supportsAnswerStandsWhereTheCustomerLooksOnce() {
        var accepted = submitted(REQUEST);
        var reply = reply(UUID.randomUUID(), accepted.getUUID("contactId"));

        assertThat(replies.deliver(reply, NOT_NEEDED).outcome()).isEqualTo(DeliveryReceipt.Outcome.SENT);
        assertThat(replies.deliver(reply, NOT_NEEDED).outcome()).isEqualTo(DeliveryReceipt.Outcome.SENT);

        status(accepted.getString("reference"))
                .then()
                .body("messages.text", contains("You charged twice.", "A credit note is on its way."))
                .body("messages[1].from", equalTo("support"))
                .body("messages[1].author", equalTo("Anna Weber"));
    }

    @Test
    void anAnswerToNoRequestIsReportedAsFailed() {
        assertThat(replies.deliver(reply(UUID.randomUUID(), UUID.randomUUID()), NOT_NEEDED)
                        .outcome())
                .isEqualTo(DeliveryReceipt.Outcome.FAILED);
    }

    @Test
    void aReferenceMayBeTypedCarelesslyButNotGuessed() {
        var reference = submitted(REQUEST).getString("reference");

        status(reference.toLowerCase(java.util.Locale.ROOT).replace("-", ""))
                .then()
                .statusCode(200)
                .body("reference", equalTo(reference));
        status("7K3M-Q0ZD-2F9T-XW5B").then().statusCode(404).contentType("application/problem+json");
        status("nonsense").then().statusCode(404);
        given().get(REQUESTS + "/" + reference).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .get(REQUESTS + "/" + reference)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.of("ivr"))
                .get(REQUESTS + "/" + reference)
                .then()
                .statusCode(403);
    }

    private static ReplyRequested reply(UUID replyId, UUID contactId) {
        return new ReplyRequested(
                replyId,
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                contactId,
                Channel.PORTAL,
                "portal-client",
                new ReplyRequested.Recipient(io.carryon.gateway.contact.Handle.Kind.ACCOUNT, "cust-1", null),
                "Re: The invoice is wrong",
                "A credit note is on its way.",
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now());
    }

    private static JsonPath submitted(String body) {
        return post(UUID.randomUUID().toString(), body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response post(String key, String body) {
        return write(REQUESTS, key, body);
    }

    private static Response write(String path, String key, String body) {
        return portal().contentType("application/json")
                .headers(Map.of("Idempotency-Key", key))
                .body(body)
                .post(path);
    }

    private static Response status(String reference) {
        return portal().get(REQUESTS + "/" + reference);
    }

    private static RequestSpecification portal() {
        return given().auth().oauth2(Tokens.of("portal"));
    }
}
