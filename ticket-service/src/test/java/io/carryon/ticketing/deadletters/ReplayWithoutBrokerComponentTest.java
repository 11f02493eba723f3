package io.carryon.ticketing.deadletters;

import static io.carryon.ticketing.line.Desk.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.Topics;
import io.carryon.ticketing.outbox.AnnounceAgain;
import io.carryon.ticketing.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Replays with a broker of its own that is not there. */
@QuarkusTest
class ReplayWithoutBrokerComponentTest {

    @Inject
    DeadLetters letters;

    @Inject
    DeadLetterHeaders headers;

    @Inject
    Topics topics;

    @Inject
    AnnounceAgain log;

    @Inject
    Clock clock;

    @Test
    void theOperatorIsToldToComeAgainAndTheLetterWaits() throws IOException {
        var event = UUID.randomUUID().toString();
        Line.open().publishRaw("contact.recognized", event, "io.carryon.contact.recognized.v1", "k", "{not json");
        await().atMost(Duration.ofSeconds(30)).until(() -> letterOf(event) != null);
        var id = UUID.fromString(letterOf(event));

        try (var nowhere = new ServerSocket(0);
                var away = new Broker("127.0.0.1:" + nowhere.getLocalPort(), new SimpleMeterRegistry())) {
            nowhere.close();
            var settlement = new DeadLetterSettlement(letters, headers, away, topics, log, clock);

            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> settlement.replay(id, "boss")))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.status()).isEqualTo(503);
                        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(5));
                    });
        }

        supervisor().get("/v1/dead-letters/" + id).then().body("state", equalTo("WAITING"));
        supervisor().post("/v1/dead-letters/" + id + "/replay").then().statusCode(200);
    }

    private static String letterOf(String event) {
        return supervisor()
                .get("/v1/dead-letters?state=WAITING&limit=100")
                .then()
                .extract()
                .path("items.find { it.eventId == '" + event + "' }?.id");
    }
}
