package io.carryon.gateway.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.contact.ArchiveConfig;
import io.carryon.gateway.testing.ArchiveAway;
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
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Mails that providers post as they came. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class MailHookComponentTest {

    private static final String MAILGUN = "/v1/mail-hooks/mailgun-token-0123456789";
    private static final String POSTMARK = "/v1/mail-hooks/postmark-token-0123456789";
    private static final String SENDGRID = "/v1/mail-hooks/sendgrid-token-0123456789";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String unique = UUID.randomUUID().toString();
    private final String mail = Mails.plain("ann@example.org", unique + "@example.org", "posted", "text")
            .replace("\n", "\r\n");

    @Inject
    ArchiveConfig archive;

    private static String hmac(String key, String signed) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private ValidatableResponse byMailgun(String body, String token, Instant at, String key) throws Exception {
        var timestamp = String.valueOf(at.getEpochSecond());
        return given().multiPart("recipient", "support@carryon.test")
                .multiPart("sender", "ann@example.org")
                .multiPart("timestamp", timestamp)
                .multiPart("token", token)
                .multiPart("signature", hmac(key, timestamp + token))
                .multiPart("body-mime", body)
                .post(MAILGUN)
                .then();
    }

    @Test
    void mailgunsMailIsOneContactAndItsTokenIsGoodForNoOther() throws Exception {
        byMailgun(mail, unique, Instant.now(), "mailgun-key").statusCode(200);
        assertThat(SupportMailbox.outcomesOf(unique)).as("when it is answered").containsExactly("ACCEPTED");
        byMailgun(mail, unique, Instant.now(), "mailgun-key").statusCode(200);
        byMailgun(mail + "more", unique, Instant.now(), "mailgun-key")
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:wrong-signature"));

        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SupportMailbox.contactsOf(unique)).hasSize(1));
    }

    @Test
    void whatMailgunDidNotSignOrSignedLongAgoIsRefused() throws Exception {
        byMailgun(mail, unique, Instant.now(), "another-key").statusCode(401);
        byMailgun(mail, unique, Instant.now().minus(Duration.ofDays(2)), "mailgun-key")
                .statusCode(401);
        given().formParam("body-mime", mail).post(MAILGUN).then().statusCode(401);
        assertThat(SupportMailbox.outcomesOf(unique)).isEmpty();
    }

    @Test
    void mailgunMayAlsoSendAPlainForm() throws Exception {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        given().formParam("recipient", "support@carryon.test")
                .formParam("timestamp", timestamp)
                .formParam("token", unique)
                .formParam("signature", hmac("mailgun-key", timestamp + unique))
                .formParam("body-mime", mail)
                .post(MAILGUN)
                .then()
                .statusCode(200);
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
    }

    @Test
    void postmarksRawMailIsTakenAndWithoutItTheRemedyIsNamed() {
        given().contentType("application/json")
                .body(Map.of(
                        "OriginalRecipient", "a1@inbound.example", "Headers", Map.of("Name", "x"), "RawEmail", mail))
                .post(POSTMARK)
                .then()
                .statusCode(200);
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
        given().contentType("application/json")
                .body(Map.of("TextBody", "text"))
                .post(POSTMARK)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/RawEmail"));
        given().contentType("application/json")
                .body("no json")
                .post(POSTMARK)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:carryon:problem:malformed-json"));
    }

    @Test
    void sendgridsRawMailIsTaken() {
        given().multiPart("envelope", "{\"to\":[\"support@carryon.test\"],\"from\":\"ann@example.org\"}")
                .multiPart("email", mail)
                .post(SENDGRID)
                .then()
                .statusCode(200);
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
    }

    @Test
    void nobodysResultsAreBelievedOfWhatAProviderPosts() {
        var forged = "Authentication-Results: mx.carryon.test; dmarc=pass header.from=example.org\r\n" + mail;
        given().multiPart("email", forged).post(SENDGRID).then().statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SupportMailbox.contactsOf(unique))
                        .singleElement()
                        .satisfies(event -> assertThat(
                                        event.at("/sender/handles/0/verified").asBoolean())
                                .isFalse()));
    }

    @Test
    void anUnknownTokenOrTooLargeABodyIsRefused() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/mail-hooks/unknown-token-0123456789")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:carryon:problem:unknown-token"));
        given().contentType("application/json")
                .body("x".repeat(3_100_000))
                .post(POSTMARK)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aMailLargerThanOtherBodiesIsTaken() {
        given().multiPart("email", mail + "x".repeat(2_000_000))
                .post(SENDGRID)
                .then()
                .statusCode(200);
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
    }

    @Test
    void withoutTheArchiveTheProviderIsToSendItAgain() throws Exception {
        try (var away = ArchiveAway.from(archive)) {
            given().multiPart("email", mail)
                    .post(SENDGRID)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5");
        }
        given().multiPart("email", mail).post(SENDGRID).then().statusCode(200);
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("ACCEPTED");
    }
}
