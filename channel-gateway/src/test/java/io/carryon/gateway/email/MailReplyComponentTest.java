package io.carryon.gateway.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A reply of staff on its way to the customer's mailbox, and what comes back to it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class MailReplyComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID TICKET = UUID.fromString("01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b");

    private final String unique = UUID.randomUUID().toString();

    @Test
    void aReplyArrivesOnceInTheCustomersMailboxAsAThreadAndItsBounceIsReported() throws Exception {
        var customer = "customer-" + unique.substring(0, 8) + "@example.org";
        var replyId = UUID.randomUUID();
        var request = replyTo(customer, replyId);
        Line.publish("reply.requested", TICKET, request);
        Line.publish("reply.requested", TICKET, request);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomesOf(replyId)).contains("SENT"));
        var mails = SupportMailbox.mailsTo(customer);
        assertThat(mails).hasSize(1);
        var headers = mails.getFirst();
        assertThat(headers).contains("In-Reply-To: <question@example.org>");
        assertThat(headers).containsPattern("References: <first@example.org>\\s+<question@example.org>");
        assertThat(headers).containsPattern("Subject: Re: Invoice Bcc: everybody@example.org\\s+\\[#1004273\\]");
        assertThat(headers).doesNotContainPattern("(?im)^(Bcc|Auto-Submitted):");
        assertThat(headers).containsPattern("Message-ID: <" + replyId + "\\.[0-9a-f-]{36}\\.[0-9a-f]{16}@");
        var ourId = headers.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());

        SupportMailbox.deliver(Mails.bounce(unique + "@mx.example.org", ourId));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomesOf(replyId)).containsExactly("SENT", "BOUNCED"));
        assertThat(SupportMailbox.outcomesOf(unique)).containsExactly("BOUNCE");
    }

    @Test
    void filesThatStaffUploadGoWithTheReply() throws Exception {
        var customer = "files-" + unique.substring(0, 8) + "@example.org";
        var replyId = UUID.randomUUID();
        var content = ("offer " + unique).repeat(2_000).getBytes(StandardCharsets.UTF_8);
        var file = uploaded("größe 1.pdf", content)
                .statusCode(201)
                .body("size", equalTo(content.length))
                .body("mediaType", equalTo("application/pdf"))
                .extract()
                .jsonPath();

        Line.publish("reply.requested", TICKET, withFile(replyTo(customer, replyId), file.getString("sha256")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomesOf(replyId)).containsExactly("SENT"));
        var mail = new MimeMessage(
                null,
                new ByteArrayInputStream(
                        SupportMailbox.mailsTo(customer).getFirst().getBytes(StandardCharsets.UTF_8)));
        var parts = (MimeMultipart) mail.getContent();
        var letter = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(letter.getBodyPart(0).getContent().toString()).contains("it is done.");
        assertThat(letter.getBodyPart(1).getContent().toString()).contains("<p>it is done.</p>");
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("größe 1.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(content);
        // A mail in a mail, which may not be encoded, comes as the bytes it has.
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(content);
    }

    @Test
    void aReplyWhoseFileIsNotThereFailsAndNamesIt() {
        var replyId = UUID.randomUUID();
        Line.publish(
                "reply.requested",
                TICKET,
                withFile(replyTo("gone-" + unique.substring(0, 8) + "@example.org", replyId), "0".repeat(64)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Line.allOf("delivery.outcome"))
                        .filteredOn(event -> event.at("/replyId").asText().equals(replyId.toString()))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.at("/reason").asText()).contains("größe 1.pdf", "not kept")));
    }

    @Test
    void aFileNeedsANameAndBytesAndStaff() {
        uploaded("../passwd", new byte[] {1}).statusCode(400).body("errors[0].detail", containsString("without path"));
        uploaded("empty.txt", new byte[0]).statusCode(400).body("type", equalTo("urn:carryon:problem:empty-file"));
        uploaded("huge.bin", new byte[18_000_001]).statusCode(413).body("detail", containsString("18000000"));
        given().auth()
                .oauth2(Tokens.of("agent"))
                .multiPart("file", "x.txt", new byte[] {1})
                .post("/v1/files?name=x.txt")
                .then()
                .statusCode(415)
                .body("type", equalTo("urn:carryon:problem:not-a-form"));
        given().body(new byte[] {1}).post("/v1/files?name=x").then().statusCode(401);
    }

    private static ValidatableResponse uploaded(String name, byte[] content) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/pdf")
                .queryParam("name", name)
                .body(content)
                .post("/v1/files")
                .then();
    }

    private static String withFile(String request, String sha256) {
        return request.replace(
                "\"channel\":\"email\"",
                "\"channel\":\"email\",\"attachments\":[{\"sha256\":\"" + sha256
                        + "\",\"name\":\"größe 1.pdf\",\"mediaType\":\"application/pdf\",\"size\":84000},{\"sha256\":\""
                        + sha256
                        + "\",\"name\":\"mail.eml\",\"mediaType\":\"message/rfc822\",\"size\":84000}]");
    }

    @Test
    void anAnswerToOurReplyCarriesTheIssue() throws Exception {
        var issueId = UUID.randomUUID();
        var ourId = new ReplyToken(ConfigProvider.getConfig().getValue("carryon.signing-secret", String.class))
                .messageId(UUID.randomUUID(), issueId, "carryon.test");
        SupportMailbox.deliver("In-Reply-To: " + ourId + "\n"
                + Mails.plain("ann@example.org", unique + "@example.org", "Re: Invoice [#1004273]", "Thanks"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SupportMailbox.contactsOf(unique))
                        .singleElement()
                        .satisfies(event -> assertThat(
                                        event.at("/thread/repliedIssueId").asText())
                                .isEqualTo(issueId.toString())));
    }

    private static List<String> outcomesOf(UUID replyId) {
        return Line.allOf("delivery.outcome").stream()
                .filter(event -> event.at("/replyId").asText().equals(replyId.toString()))
                .map(event -> event.at("/outcome").asText())
                .toList();
    }

    private static String replyTo(String customer, UUID replyId) {
        return """
                {"replyId":"%s","ticketId":"%s","ticketNumber":"1004273",
                 "issueId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a11","customerId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a10",
                 "contactId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a12","channel":"email","connection":"support",
                 "to":{"kind":"mailto","value":"%s","name":"Jürgen\\r\\nBcc: all@example.org"},
                 "subject":"Invoice\\r\\nBcc: everybody@example.org","text":"Grüße,\\n\\nit is done.",
                 "author":{"id":"a1","name":"Ann Agent"},
                 "thread":{"inReplyTo":"<question@example.org>","references":["first@example.org"]},
                 "requestedAt":"2026-03-02T10:20:00Z"}""".formatted(replyId, TICKET, customer);
    }
}
