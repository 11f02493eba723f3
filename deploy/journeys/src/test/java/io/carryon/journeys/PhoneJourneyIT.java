package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneJourneyIT {

    private static final String CALLER = "+4930901820";

    @Test
    void aCallerWhoPresses0HasATicketAndIsKnownOnTheNextCall() throws Exception {
        var carryon = Carryon.running();

        var first = zeroOut(carryon, "journey-call-1", CALLER, 201);
        assertThat(first.getBoolean("degraded")).isFalse();
        assertThat(first.getString("ticket.number")).matches("[0-9]{5,12}");
        assertThat(first.getString("customer.match")).isEqualTo("none");
        assertThat(first.getString("routing.queue")).isNotBlank();

        var repeated = zeroOut(carryon, "journey-call-1", CALLER, 200);
        assertThat(repeated.getString("ticket.number")).isEqualTo(first.getString("ticket.number"));

        var second = zeroOut(carryon, "journey-call-2", CALLER, 201);
        assertThat(second.getString("customer.match")).isEqualTo("maybe");
        assertThat(second.getList("history.lastContacts")).isNotEmpty();
    }

    @Test
    void aCallerIsAnsweredWhileTheTicketServiceHangsAndTheCallBecomesATicketAfterItWasKilled() throws Exception {
        var carryon = Carryon.running();
        var ticketing = carryon.pid("ticket-service");
        // Frozen, not killed: it would be back before the caller's answer is due.
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(ticketing))
                        .start()
                        .waitFor())
                .isZero();

        var answer = zeroOut(carryon, "journey-call-3", "+4930901821", 201);
        ProcessHandle.of(ticketing).orElseThrow().destroyForcibly();

        assertThat(answer.getBoolean("degraded")).isTrue();
        assertThat(answer.getString("routing.queue")).isNotBlank();
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ticketsOf(carryon, answer.getString("contactId")))
                        .hasSize(1));
    }

    private static JsonPath zeroOut(Carryon carryon, String callId, String caller, int status) {
        return given().auth()
                .oauth2(carryon.token("ivr"))
                .contentType("application/json")
                .body(Map.of(
                        "trigger",
                        "dtmf0",
                        "menuPath",
                        List.of("root", "billing"),
                        "collected",
                        Map.of("accountNumber", "88-1204"),
                        "from",
                        caller,
                        "to",
                        "+49309000"))
                .post(carryon.url("channel-gateway") + "/v1/ivr/calls/" + callId + "/zero-out")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static List<Object> ticketsOf(Carryon carryon, String contactId) {
        return given().auth()
                .oauth2(carryon.token("agent"))
                .queryParam("contactId", contactId)
                .get(carryon.url("ticket-service") + "/v1/tickets")
                .jsonPath()
                .getList("items");
    }
}
