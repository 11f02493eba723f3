package io.carryon.ticketing.stream;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.sits;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may listen, how long and how often, and that who listens is there. */
@QuarkusTest
class StreamLimitsComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();

    @Inject
    Agents agents;

    @Inject
    EntityManager database;

    @Inject
    StreamHub hub;

    @Test
    void whoMayNotListenIsToldSo() {
        assertThat(Listening.refused(Line.bearer("portal", "service"))).isEqualTo(403);
        assertThat(Listening.refused("Bearer nonsense")).isEqualTo(401);
    }

    @Test
    void theStreamEndsWithTheToken() {
        var token = Jwt.issuer(Line.setting("carryon.jwt.issuer"))
                .audience(Line.setting("carryon.jwt.audience"))
                .subject(ann)
                .groups(Set.of("agent"))
                .expiresIn(2)
                .sign();

        try (var listening = Listening.with("Bearer " + token, null)) {
            listening.isEnded();
        }
    }

    @Test
    void nobodyHasMoreStreamsThanAllowedAndOneThatIsClosedIsFree() {
        var open = new ArrayList<Listening>();
        for (var i = 0; i < 10; i++) {
            open.add(Listening.as(ann));
        }
        given().header("Authorization", Line.bearer(ann, "agent"))
                .get("/v1/stream")
                .then()
                .statusCode(429)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:carryon:problem:too-many"));

        open.forEach(Listening::close);

        await().atMost(Duration.ofSeconds(20)).until(() -> !hub.agents().contains(ann));
        Listening.as(ann).close();
    }

    @Test
    void manyStreamsNeedNoThreadEach() throws IOException {
        var before = threads();
        var open = new ArrayList<Listening>();
        for (var i = 0; i < 200; i++) {
            open.add(Listening.as("many-" + i));
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(threads() - before).isLessThan(100));
        assertThat(hub.size()).isGreaterThanOrEqualTo(200);
        open.forEach(Listening::close);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.agents().stream().noneMatch(id -> id.startsWith("many-")));
    }

    @Test
    void whoListensIsThereAsLongAsTheyDo() {
        sits(ann, "technical", "309");
        try (var listening = Listening.as(ann)) {
            wasNotHeardOfForLong();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> isPresent(true));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !hub.agents().contains(ann));
        wasNotHeardOfForLong();
        isPresent(false);
        agent().get("/v1/agents").then().statusCode(403);
    }

    @Test
    void whoBeginsToListenIsThere() {
        sits(ann, "technical", "309");
        wasNotHeardOfForLong();
        isPresent(false);
        Listening.as(ann).close();
        isPresent(true);
    }

    private void wasNotHeardOfForLong() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update ticketing.agent set seen_at = now() - interval '1 hour' where id = ?1")
                        .setParameter(1, ann)
                        .executeUpdate());
    }

    private void isPresent(boolean present) {
        var seen = QuarkusTransaction.requiringNew()
                .call(() -> agents.desks(List.of(ann)).getFirst().seenAt());
        assertThat(seen.isAfter(Instant.now().minusSeconds(60))).isEqualTo(present);
    }

    /** All threads there are, virtual ones too, which the usual counts leave out. */
    private static int threads() throws IOException {
        var dump = Files.createTempDirectory("threads").resolve("threads.json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        return Line.json(Files.readString(dump)).findValues("tid").size();
    }
}
