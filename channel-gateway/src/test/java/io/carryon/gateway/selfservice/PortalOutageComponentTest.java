package io.carryon.gateway.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.contact.ArchiveConfig;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.ArchiveAway;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Originals;
import io.carryon.gateway.testing.Portal;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class PortalOutageComponentTest {

    @Inject
    Sql sql;

    @Inject
    ArchiveConfig archive;

    @AfterEach
    void mend() {
        BrokerWire.mend();
        DatabaseWire.mend();
    }

    @Test
    void aRequestTheBrokerDidNotTakeIsFinishedByTheSameCallAgain() {
        var key = Portal.key();
        BrokerWire.cut();
        refused(Portal.post(key, Portal.REQUEST));

        BrokerWire.mend();
        var accepted = taken(key);

        assertThat(Line.entriesOf(accepted.getUUID("contactId"), 1)).isNotEmpty();
        assertThat(sql.query(
                        "select outcome from intake_log where contact_id = ?",
                        row -> row.getString(1),
                        accepted.getUUID("contactId")))
                .containsExactly("ACCEPTED");
        Portal.status(accepted.getString("reference")).then().statusCode(200);
    }

    @Test
    void aRequestWithoutADatabaseIsRefusedAndTakenWhenRepeated() {
        var key = Portal.key();
        DatabaseWire.cut();
        refused(Portal.post(key, Portal.REQUEST));

        DatabaseWire.mend();
        assertThat(Line.entriesOf(taken(key).getUUID("contactId"), 1)).hasSize(1);
    }

    @Test
    void aRequestNeedsNoArchiveDirectory() throws IOException {
        try (var away = ArchiveAway.from(archive)) {
            taken(Portal.key());
        }
    }

    @Test
    void aMessageLeftUndoneGoesOutBeforeTheNext() {
        var accepted = taken(Portal.key());
        var path = accepted.getString("statusUrl") + "/messages";
        BrokerWire.cut();
        refused(Portal.write(path, Portal.key(), "{\"text\":\"First.\"}"));
        BrokerWire.mend();

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.write(path, "second", "{\"text\":\"Second.\"}")
                        .then()
                        .statusCode(201));

        var texts = Line.recordsUpTo(accepted.getUUID("contactId"), 2).stream()
                .map(entry -> entry.get("text").asText())
                .distinct();
        assertThat(texts).containsExactly("You charged twice.", "First.", "Second.");
    }

    @Test
    void aRequestTakesSoManyMessagesAndNoMore() {
        var accepted = taken(Portal.key());
        var path = accepted.getString("statusUrl") + "/messages";
        for (var i = 0; i < 4; i++) {
            Portal.write(path, "m" + i, "{\"text\":\"More.\"}").then().statusCode(201);
        }

        Portal.write(path, "m4", "{\"text\":\"More.\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:carryon:problem:request-full"));
        Portal.write(path, "m3", "{\"text\":\"More.\"}").then().statusCode(201);
    }

    @Test
    void ofWhatIsNotTakenNoOriginalIsKept() {
        var key = Portal.key();
        var path = taken(key).getString("statusUrl") + "/messages";
        var another = "Another request, " + UUID.randomUUID();
        Portal.post(key, Portal.REQUEST.replace("You charged twice.", another))
                .then()
                .statusCode(422);
        assertThat(Originals.with(sql, another)).isZero();

        for (var i = 0; i < 4; i++) {
            var message = "{\"text\":\"More, " + UUID.randomUUID() + "\"}";
            Portal.write(path, "m" + i, message).then().statusCode(201);
            Portal.write(path, "m" + i, message).then().statusCode(201);
            assertThat(Originals.with(sql, message)).isEqualTo(1);
        }
        var tooMany = "{\"text\":\"Too many, " + UUID.randomUUID() + "\"}";
        Portal.write(path, "m4", tooMany).then().statusCode(409);
        assertThat(Originals.with(sql, tooMany)).isZero();
    }

    private static JsonPath taken(String key) {
        // Connections that broke are found to be broken one by one.
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> Portal.post(key, Portal.REQUEST), answer -> answer.statusCode() == 201)
                .jsonPath();
    }

    private static void refused(Response answer) {
        answer.then().statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue());
    }
}
