package io.carryon.gateway.messenger.whatsapp;

import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.contact;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.take;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.privacy.Erasure;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class WhatsappRereadingComponentTest {

    /** Five attempts, without their pauses. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Seconds beyond all time. */
    private static final long NEVER = 99_999_999_999_999_999L;

    private static final String TEXT = "\"type\":\"text\",\"text\":{\"body\":\"Where is my parcel?\"}";

    @Inject
    Archive archive;

    @Inject
    Quarantine quarantine;

    @Inject
    Erasure erasure;

    @Inject
    Sql sql;

    private final WhatsappCustomer customer = new WhatsappCustomer();
    private final String wamid = customer.wamid();
    private final String picture = "17" + customer.number();
    private final UUID update = contact(wamid);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCouldNotBeReadIsReadOnceMoreWhenStaffSaySo(boolean isForgotten) {
        say(message(wamid, NEVER, TEXT));
        var held = heldAtLast();
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

    @Test
    void whatWasTakenInAfterAllIsNotedOnceAndErasedWithItsCustomer() {
        say(message(wamid, NEVER, TEXT));
        var held = heldAtLast();
        var original = mend(held).sha256();

        retry(held).statusCode(200);
        // As when whoever retried it was cut off before it was closed.
        sql.update("update quarantine set state = 'HELD', decided_at = null where id = ?::uuid", held);
        retry(held).statusCode(200);

        assertThat(noted()).containsExactly("ACCEPTED " + update + " " + wamid + " " + original);
        var later = wamid + "-later";
        say(message(later, Instant.now().getEpochSecond(), TEXT));
        assertThat(Line.entriesBefore(contact(later), update)).hasSize(1);

        erasure.erase(Set.of(update));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(archive.open(original)).isEmpty());
        assertThat(noted()).containsExactly("ACCEPTED " + update + " - -");
        assertThat(original(held)).isEqualTo("erased");
    }

    @Test
    void twoWhoRetryAtOnceTakeItInOnce() {
        var held = holdPicture();
        var mayGo = new CountDownLatch(1);
        try (var meta = FakeProvider.listening();
                var another = Executors.newVirtualThreadPerTaskExecutor()) {
            meta.nextOnly("/" + picture, mayGo);
            var first = another.submit(() -> retry(held).extract().statusCode());
            try {
                meta.awaited("/" + picture, asked -> true, 1);
                retry(held).statusCode(409).body("detail", containsString("at this moment"));
            } finally {
                mayGo.countDown();
            }
            await().atMost(PATIENCE).until(first::isDone);
            assertThat(first.resultNow()).isEqualTo(200);
        }
        assertThat(noted()).hasSize(1);
    }

    @Test
    void whatWasNotTakenInYetIsErasedWithItsCustomer() {
        var held = holdPicture();
        var original = original(held);
        try (var meta = FakeProvider.listening()) {
            meta.next("/" + picture, 500, "{}");
            retry(held).statusCode(409).body("detail", containsString("not accepted just now"));
        }

        erasure.erase(Set.of(update));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(archive.open(original)).isEmpty());
        assertThat(original(held)).isEqualTo("erased");
        retry(held).statusCode(409).body("type", endsWith(":already-decided"));
    }

    /** What became of the message, by the intake log. */
    private List<String> noted() {
        return sql.query("""
                select concat_ws(' ', outcome, contact_id, coalesce(provider_id, '-'), coalesce(original_sha256, '-'))
                from intake_log where entry_id = ?""", row -> row.getString(1), update);
    }

    /** The reader has not learnt anything meanwhile, so what it reads is another. */
    private Original mend(String held) {
        var readable = kept(TEXT);
        sql.update(
                "update quarantine set original_sha256 = ?, size = ? where id = ?::uuid",
                readable.sha256(),
                readable.size(),
                held);
        sql.update(
                "update intake_log set original_sha256 = ? where delivery_key = ?",
                readable.sha256(),
                update.toString());
        return readable;
    }

    private String holdPicture() {
        var content = "\"type\":\"image\",\"image\":{\"id\":\"%s\",\"mime_type\":\"image/jpeg\"}".formatted(picture);
        quarantine.hold(update.toString(), Channel.WHATSAPP, "shop", "It could not be read", kept(content));
        return held();
    }

    private Original kept(String content) {
        return archive.store(
                "{\"message\":%s}"
                        .formatted(message(wamid, 1_750_263_773, content))
                        .getBytes(StandardCharsets.UTF_8),
                "application/json");
    }

    private String original(String held) {
        return sql.first("select original_sha256 from quarantine where id = ?::uuid", row -> row.getString(1), held)
                .orElseThrow();
    }

    private String message(String id, long timestamp, String content) {
        return "{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",%s}"
                .formatted(customer.number(), id, timestamp, content);
    }

    private static void say(String message) {
        take("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
                 "value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[%s]}}]}]}""".formatted(message));
    }

    /** Held after the last attempt, whose pauses nobody waits for. */
    private String heldAtLast() {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            sql.update(
                                    "update messenger_update set next_attempt_at = now() where update_id = ?", update);
                            return held();
                        },
                        notNullValue());
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
