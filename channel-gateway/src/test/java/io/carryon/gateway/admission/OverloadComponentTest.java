package io.carryon.gateway.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Portal;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two places and one in the queue, and a database that does not answer, so that places stay taken. */
@QuarkusTest
@WithTestResource(CutStackResource.class)
class OverloadComponentTest {

    @AfterEach
    void mend() {
        DatabaseWire.mend();
    }

    @Test
    void aStormOfPortalsIsRefusedAndCallersAreAnsweredMeanwhile() {
        Portal.submitted(Portal.REQUEST);
        DatabaseWire.stall();
        try (var portals = Executors.newVirtualThreadPerTaskExecutor()) {
            var storm = IntStream.range(0, 8)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> Portal.post(Portal.key(), Portal.REQUEST), portals))
                    .toList();
            await().atMost(Duration.ofSeconds(10)).until(() -> refused(storm).size() >= 5);

            assertThat(refused(storm)).allSatisfy(OverloadComponentTest::assertProblem);
            Ivr.zeroOut(Ivr.call(), Ivr.ZERO).then().statusCode(200).body("routing.action", equalTo("enqueue"));
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/metrics").then().statusCode(200);

            DatabaseWire.mend();
            assertThat(storm)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(201, 503));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Portal.submitted(Portal.REQUEST));
    }

    private static List<Response> refused(List<CompletableFuture<Response>> storm) {
        return storm.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(answer -> answer.asString().contains("overloaded"))
                .toList();
    }

    private static void assertProblem(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:carryon:problem:overloaded"));
    }
}
