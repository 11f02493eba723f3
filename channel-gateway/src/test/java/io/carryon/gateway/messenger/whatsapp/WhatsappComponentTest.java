package io.carryon.gateway.messenger.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.messenger.Replies;
import io.carryon.gateway.testing.Line;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class WhatsappComponentTest {

    private static final String DOOR = "/v1/messengers/whatsapp/shop";

    private final String customer = "4915" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    private final String wamid = "wamid." + UUID.randomUUID();
    private FakeProvider meta;

    @Inject
    Archive archive;

    @BeforeEach
    void listen() {
        meta = FakeProvider.listening();
    }

    @AfterEach
    void close() {
        meta.close();
    }

    @Test
    void metaIsAnsweredItsChallengeOnlyWithTheVerifyToken() {
        verified("shop-verify-token", 200).body(equalTo("1158201444"));
        verified("another-token", 403).contentType("application/problem+json");
        given().queryParam("hub.mode", "subscribe").get(DOOR).then().statusCode(403);
        given().get("/v1/messengers/whatsapp/nobody").then().statusCode(404);
    }

    private static ValidatableResponse verified(String token, int status) {
        return given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", token)
                .queryParam("hub.challenge", "1158201444")
                .get(DOOR)
                .then()
                .statusCode(status);
    }

    @Test
    void whatMetaDidNotSignIsRefused() {
        var body = text(wamid, Instant.now(), "Hello");

        post(body, null).statusCode(401).body("type", equalTo("urn:carryon:problem:wrong-signature"));
        post(body, signed(body + " ")).statusCode(401);
        post(body, "sha256=").statusCode(401);
        post(body, WhatsappSignature.of("another-app-secret", body.getBytes(StandardCharsets.UTF_8)))
                .statusCode(401);
        post("no json", signed("no json")).statusCode(400);
        assertThat(take(text(wamid + "-2", Instant.now(), "Signed"))).isEqualTo("{}");

        assertThat(entries(wamid + "-2", 1)).hasSize(1);
    }

    @Test
    void messagesAreOneContactUntilThereIsSilenceAndNoneIsTakenTwice() {
        var body = text(wamid, Instant.now().minus(Duration.ofDays(3)), "Where is my parcel?");
        take(body);
        take(body);
        take(text(wamid + "-2", Instant.now(), "Hello?"));
        take(text(wamid + "-3", Instant.now(), "Are you there?"));

        var later = entries(wamid + "-2", 2);
        assertThat(later).extracting(entry -> entry.get("text").asText()).containsExactly("Hello?", "Are you there?");
        var first = Line.entriesBefore(contact(wamid + "-2"), contact(wamid));
        assertThat(first).hasSize(1);
        var sender = first.getFirst().get("sender");
        assertThat(sender.get("name").asText()).isEqualTo("Kerry Fisher");
        assertThat(sender.at("/handles/0/value").asText()).isEqualTo("+" + customer);
        assertThat(sender.at("/handles/0/verification").asText()).isEqualTo("verified");
        assertThat(sender.at("/handles/0/method").asText()).isEqualTo("whatsapp");
        assertThat(later.getFirst().get("replyUntil").asText()).isNotBlank();
    }

    @Test
    void aPictureIsFetchedIntoTheArchiveAsSoonAsMetaGivesIt() throws Exception {
        var media = "14" + customer;
        meta.next("/" + media, 500, "{}");
        take(message(wamid, Instant.now(), """
                "type":"image","image":{"id":"%s","mime_type":"image/jpeg","sha256":"x","caption":"It is broken"}""".formatted(media)));

        var entry = entries(wamid, 1).getFirst();

        assertThat(entry.get("text").asText()).isEqualTo("It is broken");
        assertThat(entry.at("/attachments/0/mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(entry.at("/attachments/0/name").asText()).isEqualTo("image.jpg");
        try (var kept = archive.open(entry.at("/attachments/0/sha256").asText()).orElseThrow()) {
            assertThat(kept.readAllBytes()).isEqualTo(FakeProvider.PICTURE);
        }
        assertThat(meta.asked("/download/" + media, asked -> "Bearer shop-access-token".equals(asked.authorization())))
                .hasSize(1);
    }

    @Test
    void aFileThatIsTooLargeOrGoneIsSaidInTheMessage() {
        var gone = "15" + customer;
        meta.next("/" + gone, 400, "{\"error\":{\"message\":\"Unsupported get request\",\"code\":100}}");
        take(message(wamid, Instant.now(), """
                "type":"document","document":{"id":"%s","filename":"bill.pdf","mime_type":"application/pdf"}""".formatted(gone)));
        take(message(wamid + "-2", Instant.now(), """
                "type":"video","video":{"id":"16","file_size":99000000,"mime_type":"video/mp4"}"""));

        var entries = entries(wamid, 2);

        assertThat(entries.getFirst().get("text").asText()).contains("bill.pdf cannot be had");
        assertThat(entries.getLast().get("text").asText()).contains("video.mp4 is larger than 26214400 bytes");
    }

    @Test
    void aReplyGoesOutWithItsFileAndStatesInAnyOrderAreItsDelivery() {
        take(text(wamid, Instant.now(), "Where is my parcel?"));
        entries(wamid, 1);
        var file = archive.store("offer".getBytes(StandardCharsets.UTF_8), "application/pdf");

        var ticket = Replies.ask(
                contact(wamid),
                "whatsapp",
                "It comes tomorrow.",
                Replies.attached(file.sha256(), "offer.pdf", "application/pdf", 5));
        var sent = meta.awaited("/messages", asked -> asked.body().contains(customer), 2);

        assertThat(sent.getFirst().path()).isEqualTo("/graph/v23.0/106540352242922/messages");
        assertThat(sent.getFirst().json().at("/text/body").asText()).isEqualTo("It comes tomorrow.");
        assertThat(sent.getLast().json().at("/document/filename").asText()).isEqualTo("offer.pdf");
        assertThat(meta.asked("/media", asked -> asked.body().contains("offer")))
                .hasSize(1);
        Replies.reasonOnce(ticket, "SENT");
        var last = lastId();
        states(List.of(last + " read", last + " delivered", last + " sent"));
        states(List.of("wamid.OUT" + (Integer.parseInt(last.substring(9)) - 1) + " delivered"));
        Replies.reasonOnce(ticket, "DELIVERED");
    }

    @Test
    void whatWhatsappCouldNotBringIsAFailureWithItsReason() {
        take(text(wamid, Instant.now(), "Hello"));
        entries(wamid, 1);
        var ticket = Replies.ask(contact(wamid), "whatsapp", "Hello!");
        Replies.reasonOnce(ticket, "SENT");

        states(List.of(lastId() + " failed"));

        assertThat(Replies.reasonOnce(ticket, "BOUNCED"))
                .contains("Message undeliverable")
                .contains("131026");
    }

    @Test
    void afterTheWindowAReplyFailsWithTheReasonUnlessThereIsATemplate() {
        var yesterday = Instant.now().minus(Duration.ofHours(25));
        take(text(wamid, yesterday, "Hello"));
        entries(wamid, 1);
        take("offers", text(wamid, yesterday, "Hello").replace("106540352242922", "106540352242923"));
        var other = contact("offers", wamid);
        Line.entriesOf(other, 1);

        var ticket = Replies.ask(contact(wamid), "whatsapp", "Hello!");
        var byTemplate = Replies.ask(other, "whatsapp", "Your parcel\n\nis here.");

        assertThat(Replies.reasonOnce(ticket, "FAILED"))
                .contains("within 24 hours")
                .contains("another channel");
        Replies.reasonOnce(byTemplate, "SENT");
        var template = meta.awaited("/messages", asked -> asked.body().contains(customer), 1)
                .getFirst()
                .json();
        assertThat(template.at("/template/name").asText()).isEqualTo("answer");
        assertThat(template.at("/template/language/code").asText()).isEqualTo("en_US");
        assertThat(template.at("/template/components/0/parameters/0/text").asText())
                .isEqualTo("Your parcel is here.");
    }

    @Test
    void aReplyWaitsWhileMetaIsAwayAndGoesOutLater() {
        take(text(wamid, Instant.now(), "Hello"));
        entries(wamid, 1);
        meta.close();
        var ticket = Replies.ask(contact(wamid), "whatsapp", "We are back.");
        assertThat(Replies.reasonOnce(ticket, "WAITING"))
                .satisfiesAnyOf(
                        reason -> assertThat(reason).isNull(),
                        reason -> assertThat(reason).contains("cannot be reached"));

        meta = FakeProvider.listening();
        meta.next("/messages", 429, "{\"error\":{\"message\":\"Rate limit hit\",\"code\":130429}}");
        Replies.reasonOnce(ticket, "SENT");

        assertThat(meta.asked("/messages", asked -> asked.body().contains("We are back.")))
                .hasSize(2);
    }

    @Test
    void whoeverAnswersAMessageOfOursNamesItsIssue() {
        take(text(wamid, Instant.now(), "Hello"));
        entries(wamid, 1);
        Replies.reasonOnce(Replies.ask(contact(wamid), "whatsapp", "Which order?"), "SENT");

        take(message(wamid + "-2", Instant.now(), """
                "context":{"from":"15550783881","id":"%s"},"type":"text","text":{"body":"This one"}""".formatted(lastId())));

        assertThat(entries(wamid, 2).getLast().at("/thread/repliedIssueId").asText())
                .isEqualTo(UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    }

    private String lastId() {
        return "wamid.OUT" + meta.count();
    }

    private void states(List<String> states) {
        var statuses = states.stream()
                .map(state -> state.split(" "))
                .map(state -> """
                        {"id":"%s","status":"%s","timestamp":"1750263773","recipient_id":"%s"%s}""".formatted(
                                state[0],
                                state[1],
                                customer,
                                state[1].equals("failed")
                                        ? ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]"
                                        : ""))
                .toList();
        take(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{"
                        + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"106540352242922\"},\"statuses\":"
                        + statuses
                        + "}}]}]}");
    }

    private String text(String id, Instant at, String text) {
        return message(id, at, "\"type\":\"text\",\"text\":{\"body\":\"%s\"}".formatted(text));
    }

    private String message(String id, Instant at, String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages",
                 "value":{"messaging_product":"whatsapp",
                  "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
                  "contacts":[{"profile":{"name":"Kerry Fisher"},"wa_id":"%1$s"}],
                  "messages":[{"from":"%1$s","id":"%2$s","timestamp":"%3$d",%4$s}]}}]}]}""".formatted(customer, id, at.getEpochSecond(), content);
    }

    private static String take(String body) {
        return take("shop", body);
    }

    private static String take(String connection, String body) {
        return given().contentType("application/json")
                .header("X-Hub-Signature-256", signed(body))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/messengers/whatsapp/" + connection)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse post(String body, String signature) {
        var request = given().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        return (signature == null ? request : request.headers(Map.of("X-Hub-Signature-256", signature)))
                .post(DOOR)
                .then();
    }

    private static String signed(String body) {
        return WhatsappSignature.of("shop-app-secret", body.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID contact(String id) {
        return contact("shop", id);
    }

    private static UUID contact(String connection, String id) {
        return ContactId.derive("whatsapp", connection, "message " + id);
    }

    private static List<JsonNode> entries(String firstId, int atLeast) {
        return Line.entriesOf(contact(firstId), atLeast);
    }
}
