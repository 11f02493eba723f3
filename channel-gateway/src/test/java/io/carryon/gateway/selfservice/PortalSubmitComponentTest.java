package io.carryon.gateway.selfservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalSubmitComponentTest {

    @Test
    void aRequestIsPublishedAsAContactBeforeItIsAnswered() {
        var accepted = Portal.submitted(Portal.REQUEST);

        assertThat(accepted.getString("reference")).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(accepted.getString("statusUrl")).isEqualTo(Portal.REQUESTS + "/" + accepted.getString("reference"));
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
        var accepted = Portal.submitted("""
                {"requester":{"email":"stranger@example.com"},"subject":"Hello","text":"Who am I?"}
                """);

        var handle = Line.entriesOf(accepted.getUUID("contactId"), 1).getFirst().at("/sender/handles/0");
        assertThat(handle.get("kind").asText()).isEqualTo("mailto");
        assertThat(handle.get("verification").asText()).isEqualTo("claimed");
    }

    @Test
    void whatTheCustomerChoseAsTheTopicIsSaidByEveryMessage() {
        var accepted = Portal.submitted(Portal.REQUEST.replace("\"language\"", "\"topic\":\" Billing \",\"language\""));
        Portal.write(accepted.getString("statusUrl") + "/messages", Portal.key(), "{\"text\":\"And June as well.\"}")
                .then()
                .statusCode(201);

        assertThat(Line.entriesOf(accepted.getUUID("contactId"), 2))
                .extracting(entry -> entry.path("topic").asText())
                .containsExactly("Billing", "Billing");
    }

    @Test
    void theSameKeyAndPayloadIsAnsweredTheSame() {
        var key = UUID.randomUUID().toString();

        var first = Portal.post(key, Portal.REQUEST)
                .then()
                .statusCode(201)
                .extract()
                .asString();
        var quoted = Portal.post("\"" + key + "\"", Portal.REQUEST)
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertThat(quoted).isEqualTo(first);
    }

    @Test
    void manyAtOnceWithOneKeyAreOneRequest() {
        var key = UUID.randomUUID().toString();
        List<CompletableFuture<String>> answers;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 12)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> Portal.post(key, Portal.REQUEST)
                                    .then()
                                    .statusCode(201)
                                    .extract()
                                    .asString(),
                            callers))
                    .toList();
        }

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void staffDownloadTheRequestAsItCame() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var entry = Line.entriesOf(accepted.getUUID("contactId"), 1).getFirst();

        var original = given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/v1/originals/" + entry.at("/original/sha256").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(original).isEqualTo(Portal.REQUEST);
    }

    @Test
    void theSameKeyWithAnotherPayloadIsRefused() {
        var key = UUID.randomUUID().toString();
        Portal.post(key, Portal.REQUEST).then().statusCode(201);

        Portal.post(key, Portal.REQUEST.replace("twice", "thrice"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:idempotency-key-reused"));
    }

    @Test
    void aMissingKeyIsRefused() {
        Portal.portal()
                .contentType("application/json")
                .body(Portal.REQUEST)
                .post(Portal.REQUESTS)
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
        var refused = Portal.post(UUID.randomUUID().toString(), body)
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
        Portal.portal()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                .post(Portal.REQUESTS)
                .then()
                .statusCode(400);
    }

    @Test
    void anOverlongTextIsRefused() {
        Portal.post(UUID.randomUUID().toString(), Portal.REQUEST.replace("You charged twice.", "x".repeat(60_001)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/text"));
    }

    @Test
    void onlyPortalsMaySubmit() {
        given().contentType("application/json")
                .body(Portal.REQUEST)
                .post(Portal.REQUESTS)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .body(Portal.REQUEST)
                .post(Portal.REQUESTS)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.ofForeignIssuer("portal"))
                .contentType("application/json")
                .body(Portal.REQUEST)
                .post(Portal.REQUESTS)
                .then()
                .statusCode(401);
    }
}
