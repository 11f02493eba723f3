package io.carryon.profile.timeline;

import static io.carryon.profile.line.Contacts.delivery;
import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.reply;
import static io.carryon.profile.line.Contacts.thread;
import static io.carryon.profile.line.Contacts.ticket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HistoryComponentTest extends OnLocalStack {

    private final String from = someone();
    private final UUID contact = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();
    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line("contact.recognized");
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    private JsonNode recognize(JsonNode event) {
        line.send("contact.received", from, event);
        return line.recognized(UUID.fromString(event.get("entryId").asText()));
    }

    private static ValidatableResponse get(String path, Object... parameters) {
        return given().auth().oauth2(token("agent")).get(path, parameters).then();
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::run);
    }

    private void ticketChanged(JsonNode recognized, long revision, String change, String status) {
        line.send(
                "ticket.changed",
                ticket.toString(),
                ticket(ticket, "100013", issueOf(recognized), customerOf(recognized), revision, change, status));
    }

    private static String issueOf(JsonNode recognized) {
        return recognized.at("/issue/id").asText();
    }

    private static String customerOf(JsonNode recognized) {
        return recognized.at("/customer/id").asText();
    }

    @Test
    void aTicketsLatestStateStandsOnTheCustomerWhateverOrderItCameIn() {
        var recognized = recognize(mail(contact, from, "Router"));
        ticketChanged(recognized, 1, "OPENED", "NEW");
        ticketChanged(recognized, 3, "STATUS_CHANGED", "WAITING_FOR_CUSTOMER");
        ticketChanged(recognized, 2, "ASSIGNED", "OPEN");
        ticketChanged(recognized, 4, "NOTED", "WAITING_FOR_CUSTOMER");
        ticketChanged(recognized, 2, "ASSIGNED", "OPEN");

        eventually(() -> get("/v1/customers/" + customerOf(recognized) + "/timeline")
                .statusCode(200)
                .body("items", hasSize(3)));
        get("/v1/customers/{id}", customerOf(recognized))
                .body("openIssues", hasSize(1))
                .body("openIssues[0].status", equalTo("WAITING_FOR_CUSTOMER"))
                .body("openIssues[0].ticketNumber", equalTo("100013"))
                .body("recentContacts[0].ticketNumber", equalTo("100013"));
        get("/v1/customers/{id}/issues", customerOf(recognized))
                .body("items", hasSize(1))
                .body("items[0].ticket.status", equalTo("WAITING_FOR_CUSTOMER"));
        get("/v1/issues/{id}", issueOf(recognized))
                .body("contactCount", equalTo(1))
                .body("tickets[0].status", equalTo("WAITING_FOR_CUSTOMER"));
    }

    @Test
    void anAnswerToOurReplyIsTheSameIssueAndTheReplyShowsWhatBecameOfIt() {
        var recognized = recognize(mail(contact, from, "Router"));
        var replyId =
                UUID.fromString("01934b2c-7a00-7000-8000-" + contact.toString().substring(24));
        var messageId = "<" + replyId + "@carryon.test>";
        line.send(
                "delivery.outcome",
                ticket.toString(),
                delivery(replyId, ticket, issueOf(recognized), "SENT", messageId));
        line.send(
                "ticket.changed",
                ticket.toString(),
                reply(
                        ticket(ticket, "100013", issueOf(recognized), customerOf(recognized), 2, "REPLIED", "OPEN"),
                        replyId,
                        "Please restart it."));

        eventually(() -> get("/v1/customers/" + customerOf(recognized) + "/timeline")
                .body("items.find { it.kind == 'reply' }.delivery.outcome", equalTo("SENT"))
                .body("items.find { it.kind == 'reply' }.delivery.reportedAt", matchesPattern("2[-0-9]+T[:.0-9]+Z"))
                .body("items.find { it.kind == 'reply' }.excerpt", equalTo("Please restart it.")));
        var answer = mail(UUID.randomUUID(), from, "Re: Router");
        thread(answer).withArray("inReplyTo").add(messageId);
        assertThat(issueOf(recognize(answer))).isEqualTo(issueOf(recognized));
    }

    @Test
    void theTimelineIsReadPageByPageOverMonths() {
        var first = recognize(mail(contact, from, "0").put("receivedAt", "2026-08-31T23:59:59Z"));
        for (int i = 1; i < 5; i++) {
            recognize(mail(UUID.randomUUID(), from, Integer.toString(i))
                    .put("receivedAt", "2026-1" + i % 3 + "-0" + i + "T00:00:00Z"));
        }
        var subjects = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = get("/v1/customers/{id}/timeline?limit=2" + cursor, customerOf(first))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            subjects.addAll(page.getList("items.subject"));
            cursor = page.getBoolean("hasMore") ? "&cursor=" + page.getString("next") : null;
        }
        assertThat(subjects).containsExactly("2", "4", "1", "3", "0");
    }

    @Test
    void aContactSaysWhyItWasRecognizedSo() {
        recognize(mail(contact, from, "Router"));

        get("/v1/contacts/{id}", contact)
                .statusCode(200)
                .body("decidedBy", equalTo("mailto:" + from))
                .body("recognized.issue.evidence[0].kind", equalTo("first-contact"));
    }

    @Test
    void aHandleFindsItsCustomerInAnySpelling() {
        recognize(mail(contact, from, "Router"));

        given().auth()
                .oauth2(token("ivr"))
                .queryParam("handle", "mailto:<" + from.toUpperCase(Locale.ROOT) + ">")
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].match", equalTo("known"))
                .body("items[0].contactCount", equalTo(1))
                .body("items[0].handles[0].verification", equalTo("verified"))
                .body("next", nullValue());
        get("/v1/customers?handle=mailto:" + someone()).statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jana", "fax:+4930120407", "tel:abc", "tel:0", "mailto:jana", "mailto:\u0000", "tel:"})
    void aHandleThatCannotBeReadIsNamed(String handle) {
        given().auth()
                .oauth2(token("agent"))
                .queryParam("handle", handle)
                .get("/v1/customers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/handle"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers,400,agent",
        "/v1/customers?handle=tel:%2B4930120407&region=D1,400,agent",
        "/v1/customers/no-uuid,404,agent",
        "/v1/customers/no-uuid/timeline,404,agent",
        "/v1/customers/00000000-0000-4000-8000-000000000000,404,agent",
        "/v1/customers/00000000-0000-4000-8000-000000000000/timeline,404,agent",
        "/v1/customers/00000000-0000-4000-8000-000000000000/timeline?limit=0,400,agent",
        "/v1/customers/00000000-0000-4000-8000-000000000000/issues,404,agent",
        "/v1/issues/00000000-0000-4000-8000-000000000000,404,agent",
        "/v1/contacts/00000000-0000-4000-8000-000000000000,404,agent",
        "/v1/customers/00000000-0000-4000-8000-000000000000,403,ivr",
        "/v1/customers?handle=tel:%2B4930120407,403,portal",
        "/v1/nothing,404,agent"
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status, String role) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token(role))
                .get(path)
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("instance", notNullValue())
                .body("detail", not(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "x", "2.5", "99999999999"})
    void aLimitThatCannotBeReadIsNamed(String limit) {
        given().auth()
                .oauth2(token("agent"))
                .queryParam("limit", limit)
                .get("/v1/customers/{id}/timeline", UUID.randomUUID())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/limit"));
    }

    @Test
    void aForeignCursorIsRefused() {
        var customer = customerOf(recognize(mail(contact, from, "Router")));

        get("/v1/customers/{id}/timeline?cursor=bm90aGluZw", customer)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cursor"));
        get("/v1/customers/{id}/timeline?cursor=***", customer).statusCode(400);
    }

    @Test
    void withoutATokenNothingIsTold() {
        given().get("/v1/customers/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        given().auth()
                .oauth2("no.such.token")
                .get("/v1/contacts/" + contact)
                .then()
                .statusCode(401);
    }

    @Test
    void theServiceIsReadyWithDatabaseAndBroker() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("lines"));
        given().get("/q/metrics").then().statusCode(200);
    }
}
