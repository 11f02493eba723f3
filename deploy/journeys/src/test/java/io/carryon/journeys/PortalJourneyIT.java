package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
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

    @Test
    void whatACustomerDoesBesideWritingComesToStaff() throws Exception {
        var carryon = Carryon.running();
        var staff = new Staff(carryon);
        var reference = requests(carryon, "portal-journey-2", "Heating does not start");
        var ticket = staff.seesTicketAbout("Heating does not start");

        acts(carryon, reference, "handoff", Map.of("reason", "I have read all of this."));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(staff.opens(ticket).getString("personWanted.reason"))
                        .isEqualTo("I have read all of this."));
        staff.replies(ticket, "Please press the red button once.");
        assertThat(staff.opens(ticket).getString("personWanted")).isNull();

        acts(carryon, reference, "close", Map.of("reason", "It runs."));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(staff.opens(ticket).getString("status")).isEqualTo("RESOLVED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(asked(carryon, reference)).isEqualTo("solved"));
        acts(carryon, reference, "rating", Map.of("score", 4, "comment", "Quick."));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(staff.opens(ticket).getInt("rating.score")).isEqualTo(4));
    }

    private static String asked(Carryon carryon, String reference) {
        return given().auth()
                .oauth2(carryon.token("portal"))
                .get(carryon.url("channel-gateway") + "/portal/v1/requests/" + reference)
                .jsonPath()
                .getString("state");
    }

    private static void acts(Carryon carryon, String reference, String act, Map<String, Object> what) {
        given().auth()
                .oauth2(carryon.token("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(what)
                .post(carryon.url("channel-gateway") + "/portal/v1/requests/" + reference + "/" + act)
                .then()
                .statusCode(200);
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
