package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalJourneyIT {

    @Test
    void aPortalRequestIsFollowedByItsReferenceUntilTheAnswerIsThere() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);

        var reference = requests(carryon, "portal-journey-1", "Wrong size delivered");
        assertThat(requests(carryon, "portal-journey-1", "Wrong size delivered"))
                .isEqualTo(reference);

        var ticket = staff.seesTicketAbout("Wrong size delivered");
        staff.replies(ticket, "We are sorry about the wrong size; the right one is on its way.");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given().auth()
                                .oauth2(carryon.token("portal"))
                                .get(carryon.url("channel-gateway") + "/portal/v1/requests/" + reference)
                                .jsonPath()
                                .getList("messages.text"))
                        .contains("We are sorry about the wrong size; the right one is on its way."));
    }

    private static String requests(Carryon carryon, String key, String subject) {
        return given().auth()
                .oauth2(carryon.token("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "requester",
                        Map.of("name", "Jan Kowalski", "email", "jan@customers.example", "verified", true),
                        "subject",
                        subject,
                        "text",
                        "I ordered 42 and got 38."))
                .post(carryon.url("channel-gateway") + "/portal/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }
}
