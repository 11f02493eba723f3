package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A member of the support staff at work, over REST. */
final class Staff {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Carryon carryon;

    Staff(Carryon carryon) {
        this.carryon = carryon;
    }

    /** Waits until exactly one ticket about the subject is there and answers its id. */
    String seesTicketAbout(String subject) {
        return await().atMost(PATIENCE)
                .until(() -> ticketsAbout(subject), found -> found.size() == 1)
                .getFirst();
    }

    /** Waits until that many tickets about the subject are there and answers their ids. */
    List<String> seesTicketsAbout(String subject, int tickets) {
        return await().atMost(PATIENCE).until(() -> ticketsAbout(subject), found -> found.size() == tickets);
    }

    List<String> ticketsAbout(String subject) {
        return given().auth()
                .oauth2(carryon.token("agent"))
                .queryParam("q", subject)
                .get(carryon.url("ticket-service") + "/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    JsonPath opens(String ticketId) {
        return given().auth()
                .oauth2(carryon.token("agent"))
                .get(carryon.url("ticket-service") + "/v1/tickets/" + ticketId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The texts of the conversation, oldest first, once there are that many. */
    List<String> reads(String ticketId, int entries) {
        return await().atMost(PATIENCE)
                .until(() -> conversation(ticketId).getList("items.text"), texts -> texts.size() == entries);
    }

    /** The texts of all conversations about the subject, once there are that many. */
    List<String> readsAllAbout(String subject, int entries) {
        return await().atMost(PATIENCE)
                .until(
                        () -> ticketsAbout(subject).stream()
                                .flatMap(id -> conversation(id).<String>getList("items.text").stream())
                                .toList(),
                        texts -> texts.size() == entries);
    }

    JsonPath conversation(String ticketId) {
        return given().auth()
                .oauth2(carryon.token("agent"))
                .queryParam("limit", 100)
                .get(carryon.url("ticket-service") + "/v1/tickets/" + ticketId + "/entries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void replies(String ticketId, String text) {
        sends(ticketId, Map.of("text", text));
    }

    void repliesInCopy(String ticketId, String text, String copied) {
        sends(ticketId, Map.of("text", text, "cc", List.of(copied)));
    }

    private void sends(String ticketId, Map<String, Object> reply) {
        given().auth()
                .oauth2(carryon.token("agent"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(reply)
                .post(carryon.url("ticket-service") + "/v1/tickets/" + ticketId + "/replies")
                .then()
                .statusCode(201);
    }

    /** Waits until the history of the ticket's customer shows that many contacts. */
    JsonPath seesHistory(String customerId, int contacts) {
        return await().atMost(PATIENCE)
                .until(
                        () -> given().auth()
                                .oauth2(carryon.token("agent"))
                                .get(carryon.url("customer-profile-service") + "/v1/customers/" + customerId
                                        + "/timeline")
                                .jsonPath(),
                        timeline -> timeline.getList("items.findAll { it.kind == 'contact' }")
                                        .size()
                                == contacts);
    }
}
