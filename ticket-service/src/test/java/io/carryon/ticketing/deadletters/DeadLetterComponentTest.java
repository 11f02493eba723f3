package io.carryon.ticketing.deadletters;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterComponentTest {

    private final Line line = Line.open();

    @Test
    void poisonIsShownWithItsReasonAndTheNextMessageGoesOn() {
        var poison = UUID.randomUUID().toString();
        line.publishRaw("contact.recognized", poison, "io.carryon.contact.recognized.v1", "k", "{not json");
        var mail = mail();
        ticketOf(mail);

        var id = letterOf(poison);
        supervisor()
                .get("/v1/dead-letters/" + id)
                .then()
                .body("payload", equalTo("{not json"))
                .body("consumer", equalTo("ticketing"))
                .body("reason", containsString("not a RecognizedContact"))
                .body("correlationId", equalTo("path-" + poison));
        supervisor()
                .body("{\"reason\":\"a test\"}")
                .post("/v1/dead-letters/" + id + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("settledBy", equalTo("boss"));
    }

    @Test
    void aReplayedEventTakesItsWayAgainWithItsHeaders() {
        // An outcome for a reply that is not there: a letter. Replayed, it fails again: another letter, same event.
        var event = UUID.randomUUID().toString();
        line.publish(
                "delivery.outcome",
                event,
                "k",
                Line.json("{\"replyId\":\"%1$s\",\"ticketId\":\"%1$s\",\"outcome\":\"SENT\"}"
                        .formatted(UUID.randomUUID())));
        var id = letterOf(event);

        supervisor()
                .post("/v1/dead-letters/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLAYED"));

        var again = letterOf(event);
        String place =
                supervisor().get("/v1/dead-letters/" + id).then().extract().path("place");
        supervisor()
                .get("/v1/dead-letters/" + again)
                .then()
                .body("eventType", equalTo("io.carryon.delivery.outcome.v1"))
                .body("reason", containsString("There is no ticket"))
                .body("correlationId", equalTo("path-" + event))
                .body("place", not(equalTo(place)));
        supervisor()
                .body("{\"reason\":\"x\"}")
                .post("/v1/dead-letters/" + id + "/discard")
                .then()
                .statusCode(409);
    }

    @Test
    void anEventWithoutAnIdOrOfAnotherTypeIsALetter() {
        var id = UUID.randomUUID().toString();
        line.publishRaw("contact.recognized", id, "io.carryon.something.else.v9", "k", "{}");

        supervisor().get("/v1/dead-letters/" + letterOf(id)).then().body("reason", containsString("something.else"));
    }

    @Test
    void agentsHaveNoPartInIt() {
        agent().get("/v1/dead-letters").then().statusCode(403);
        supervisor().get("/v1/dead-letters/" + UUID.randomUUID()).then().statusCode(404);
        supervisor().get("/v1/dead-letters?cursor=x").then().statusCode(400);
        supervisor()
                .post("/v1/dead-letters/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404);
    }

    /** The waiting letter of an event. */
    private static String letterOf(String eventId) {
        var found = new AtomicReference<String>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            found.set(supervisor()
                    .get("/v1/dead-letters?state=WAITING&limit=100")
                    .then()
                    .extract()
                    .path("items.find { it.eventId == '" + eventId + "' }?.id"));
            return found.get() != null;
        });
        return found.get();
    }
}
