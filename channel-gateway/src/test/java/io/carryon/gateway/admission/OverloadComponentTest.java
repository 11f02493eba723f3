package io.carryon.gateway.admission;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two places and one in the queue, taken by a database that does not answer or by bodies that come slowly. */
@QuarkusTest
@WithTestResource(CutStackResource.class)
class OverloadComponentTest {

    @TestHTTPResource
    String service;

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
            await().atMost(Duration.ofSeconds(30)).until(() -> refused(storm).size() >= 5);

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

    @Test
    void whoWaitedForAPlaceIsAcceptedWithTheWholeBody() throws Exception {
        var rest = new CompletableFuture<byte[]>();
        var reading = new CountDownLatch(2);
        try (var client = client();
                var portals = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable release = () -> rest.complete(new byte[0])) {
            var atWork = Stream.generate(() -> client.sendAsync(slow(reading, rest), BodyHandlers.ofString()))
                    .limit(2)
                    .toList();
            assertThat(reading.await(30, SECONDS)).isTrue();
            // One of these finds the queue full: then the other is in it.
            var atTheDoor = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> Portal.post(Portal.key(), Portal.REQUEST), portals))
                    .limit(2)
                    .toList();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> refused(atTheDoor).size() == 1);
            rest.complete(Portal.REQUEST.getBytes(UTF_8));

            assertThat(atWork)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
            assertThat(atTheDoor)
                    .extracting(answer -> answer.join().statusCode())
                    .containsExactlyInAnyOrder(201, 503);
        }
    }

    @Test
    void bodiesThatTurnOutTooLargeKeepNoPlace() {
        var tooLarge = new byte[1_100_000];
        Arrays.fill(tooLarge, (byte) ' ');
        try (var client = client()) {
            for (int i = 0; i < 4; i++) {
                var unannounced = request(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)));
                // The service may hang up before it has read everything, so that the answer is lost on the way.
                client.sendAsync(unannounced.build(), BodyHandlers.ofString())
                        .handle((answer, broken) -> answer == null ? 413 : answer.statusCode())
                        .thenAccept(status -> assertThat(status).isEqualTo(413))
                        .join();
            }
        }
        Portal.submitted(Portal.REQUEST);
    }

    @Test
    void aBrowserThatIsNotLetInReadsAPageWithTheWayToAPerson() {
        Portal.submitted(Portal.REQUEST);
        var tooLarge = given().header("Accept-Language", "pl")
                .contentType("application/x-www-form-urlencoded")
                .body("email=" + "a".repeat(1_100_000))
                .post("/help/sign-in");
        assertPage(tooLarge, 413, "pl");

        DatabaseWire.stall();
        try (var portals = Executors.newVirtualThreadPerTaskExecutor()) {
            var storm = IntStream.range(0, 8)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> Portal.post(Portal.key(), Portal.REQUEST), portals))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> refused(storm).size() >= 5);

            var refused = given().header("Accept-Language", "de-AT").get("/help");
            assertPage(refused, 503, "de");
            refused.then().header("Retry-After", equalTo("2"));
            DatabaseWire.mend();
        }
    }

    private static void assertPage(Response answer, int status, String language) {
        answer.then()
                .statusCode(status)
                .contentType("text/html")
                .header("Content-Language", equalTo(language))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("a.human-button[href=/help/human]")).isNotEmpty();
        assertThat(page.select("a.phone").eachText()).contains("+49 30 5550100");
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** A request whose body the service reads, and which comes no sooner than {@code body}. */
    private HttpRequest slow(CountDownLatch reading, CompletableFuture<byte[]> body) {
        var publisher = BodyPublishers.ofInputStream(() -> {
            reading.countDown();
            return new ByteArrayInputStream(body.join());
        });
        return request(publisher).expectContinue(true).build();
    }

    private HttpRequest.Builder request(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(service).resolve(Portal.REQUESTS))
                .header("Authorization", "Bearer " + Tokens.of("portal"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Portal.key())
                .POST(body);
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
