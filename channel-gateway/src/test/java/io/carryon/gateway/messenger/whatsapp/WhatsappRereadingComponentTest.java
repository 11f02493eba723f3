package io.carryon.gateway.messenger.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class WhatsappRereadingComponentTest {

    /** Five attempts, with pauses of 15 s together. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Seconds beyond all time. */
    private static final long NEVER = 99_999_999_999_999_999L;

    @Inject
    Archive archive;

    @Inject
    Sql sql;

    private final String customer = "4915" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    private final String wamid = "wamid." + UUID.randomUUID();
    private final UUID update = ContactId.derive("whatsapp", "shop", "message " + wamid);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCouldNotBeReadIsReadOnceMoreWhenStaffSaySo(boolean isForgotten) {
        post("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
                 "value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[%s]}}]}]}""".formatted(message(NEVER)));
        var held = await().atMost(PATIENCE).until(this::held, notNullValue());
        supervisor()
                .get("/v1/quarantine/" + held + "/original")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(held + ".json"));

        retry(held).statusCode(409).body("type", endsWith(":still-unreadable"));
        assertThat(held()).isEqualTo(held);

        mend(held);
        if (isForgotten) {
            sql.update("delete from messenger_update where update_id = ?", update);
        }
        retry(held).statusCode(200).body("state", equalTo("RETRIED"));

        assertThat(Line.entriesOf(update, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("text").asText()).isEqualTo("Where is my parcel?"));
        retry(held).statusCode(409).body("type", endsWith(":already-decided"));
        assertThat(held()).isNull();
    }

    /** The reader has not learnt anything meanwhile, so what it reads is another. */
    private void mend(String held) {
        var readable = archive.store(
                "{\"message\":%s}".formatted(message(1_750_263_773)).getBytes(StandardCharsets.UTF_8),
                "application/json");
        sql.update(
                "update quarantine set original_sha256 = ?, size = ? where id = ?::uuid",
                readable.sha256(),
                readable.size(),
                held);
    }

    private String message(long timestamp) {
        return """
                {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"Where is my parcel?"}}
                """.formatted(customer, wamid, timestamp);
    }

    private static void post(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        given().contentType("application/json")
                .header("X-Hub-Signature-256", WhatsappSignature.of("shop-app-secret", bytes))
                .body(bytes)
                .post("/v1/messengers/whatsapp/shop")
                .then()
                .statusCode(200);
    }

    /** The id of what is held of this message, or null. */
    private String held() {
        return supervisor()
                .queryParam("limit", 100)
                .get("/v1/quarantine")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.deliveryKey == '%s' }?.id".formatted(update));
    }

    private static ValidatableResponse retry(String held) {
        return supervisor().post("/v1/quarantine/" + held + "/retry").then();
    }

    private static RequestSpecification supervisor() {
        return given().auth().oauth2(Tokens.of("supervisor"));
    }
}
