package io.carryon.gateway.messenger.whatsapp;

import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.DOOR;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.contact;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.entries;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.post;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.signed;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.take;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers write by WhatsApp, and what Meta hands over of it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class WhatsappComponentTest {

    private final WhatsappCustomer customer = new WhatsappCustomer();
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
        var body = customer.text(customer.wamid(), Instant.now(), "Hello");

        post(body, null).statusCode(401).body("type", equalTo("urn:carryon:problem:wrong-signature"));
        post(body, signed(body + " ")).statusCode(401);
        post(body, "sha256=").statusCode(401);
        post(body, WhatsappSignature.of("another-app-secret", body.getBytes(StandardCharsets.UTF_8)))
                .statusCode(401);
        post("no json", signed("no json")).statusCode(400);
        assertThat(take(customer.text(customer.wamid() + "-2", Instant.now(), "Signed")))
                .isEqualTo("{}");

        assertThat(entries(customer.wamid() + "-2", 1)).hasSize(1);
    }

    @Test
    void messagesAreOneContactUntilThereIsSilenceAndNoneIsTakenTwice() {
        var body = customer.text(customer.wamid(), Instant.now().minus(Duration.ofDays(3)), "Where is my parcel?");
        take(body);
        take(body);
        take(customer.text(customer.wamid() + "-2", Instant.now(), "Hello?"));
        take(customer.text(customer.wamid() + "-3", Instant.now(), "Are you there?"));

        var later = entries(customer.wamid() + "-2", 2);
        assertThat(later).extracting(entry -> entry.get("text").asText()).containsExactly("Hello?", "Are you there?");
        var first = Line.entriesBefore(contact(customer.wamid() + "-2"), contact(customer.wamid()));
        assertThat(first).hasSize(1);
        var sender = first.getFirst().get("sender");
        assertThat(sender.get("name").asText()).isEqualTo("Kerry Fisher");
        assertThat(sender.at("/handles/0/value").asText()).isEqualTo("+" + customer.number());
        assertThat(sender.at("/handles/0/verification").asText()).isEqualTo("verified");
        assertThat(sender.at("/handles/0/method").asText()).isEqualTo("whatsapp");
        assertThat(later.getFirst().get("replyUntil").asText()).isNotBlank();
    }

    @Test
    void aPictureIsFetchedIntoTheArchiveAsSoonAsMetaGivesIt() throws Exception {
        var media = "14" + customer.number();
        meta.next("/" + media, 500, "{}");
        take(customer.message(customer.wamid(), Instant.now(), """
                "type":"image","image":{"id":"%s","mime_type":"image/jpeg","sha256":"x","caption":"It is broken"}""".formatted(media)));

        var entry = entries(customer.wamid(), 1).getFirst();

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
        var gone = "15" + customer.number();
        meta.next("/" + gone, 400, "{\"error\":{\"message\":\"Unsupported get request\",\"code\":100}}");
        take(customer.message(customer.wamid(), Instant.now(), """
                "type":"document","document":{"id":"%s","filename":"bill.pdf","mime_type":"application/pdf"}""".formatted(gone)));
        take(customer.message(customer.wamid() + "-2", Instant.now(), """
                "type":"video","video":{"id":"16","file_size":99000000,"mime_type":"video/mp4"}"""));

        var entries = entries(customer.wamid(), 2);

        assertThat(entries.getFirst().get("text").asText()).contains("bill.pdf cannot be had");
        assertThat(entries.getLast().get("text").asText()).contains("video.mp4 is larger than 26214400 bytes");
    }
}
