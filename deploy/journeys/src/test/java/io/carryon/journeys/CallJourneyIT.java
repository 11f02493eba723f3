package io.carryon.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One call from its first ring to the mail that follows it, as the IVR, the agent and the customer see it. */
class CallJourneyIT {

    private static final String PHONE = "+4930901877";
    private static final String MAIL = "nina@customers.example";
    private static final String CALL = "journey-whole-call";

    @Test
    void aCallReachesAnAgentWhoKnowsAndTheMailThatFollowsJoinsItsTicket() throws Exception {
        var carryon = Carryon.running();
        var account = known(carryon);

        try (var screen = StaffScreen.of(carryon, "201", List.of("support", "billing"))) {
            announced(carryon);
            told(carryon, "/events", Map.of("seq", 1, "type", "menu", "node", "orders"));
            told(carryon, "/events", Map.of("seq", 2, "type", "input", "name", "orderNumber", "value", "4711-2299"));
            var zero = zeroOut(carryon);
            var contact = zero.getString("contactId");
            var number = zero.getString("ticket.number");
            assertThat(zero.getBoolean("degraded")).isFalse();

            var offered = screen.shows("call.offered", contact);
            assertThat(offered.toString()).contains(number);
            var pop = asAgent(carryon)
                    .get(carryon.url("ticket-service") + "/v1/calls/" + contact)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(pop).contains(number, "orders", "4711-2299");

            told(carryon, "/agent", Map.of("extension", "201"));
            screen.shows("call.answered", contact);
            told(carryon, "/hangup", Map.of("cause", "normalClearing"));
            screen.shows("call.ended", contact);

            // A number proves nobody: that the caller is the customer of the account, the agent has asked.
            isTheSame(carryon, customerOf(carryon, contact), account);
            var ticket = zero.getString("ticket.id");
            // They write later on: staff see by then whose the ticket is.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(customerOfTicket(carryon, ticket)).isEqualTo(account));
            new MailClient(carryon, MAIL)
                    .writes(
                            "My call about ticket " + number,
                            "As I said on the phone: order 4711-2299 came without the lid.",
                            null);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(channels(carryon, ticket)).containsExactly("phone", "email"));
        }
    }

    /** A customer who wrote before; answers their id. */
    private static String known(Carryon carryon) {
        var contact = given().auth()
                .oauth2(carryon.token("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", "journey-whole-call")
                .body(Map.of(
                        "requester",
                        Map.of("name", "Nina Berg", "email", MAIL, "verified", true),
                        "subject",
                        "Invoice address",
                        "text",
                        "Please send my invoices to the new address from next month on."))
                .post(carryon.url("channel-gateway") + "/portal/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("contactId");
        return customerOf(carryon, contact);
    }

    private static String customerOf(Carryon carryon, String contact) {
        var url = carryon.url("customer-profile-service") + "/v1/contacts/" + contact;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> asAgent(carryon).get(url).statusCode() == 200);
        return asAgent(carryon).get(url).jsonPath().getString("customerId");
    }

    private static String customerOfTicket(Carryon carryon, String ticket) {
        return asAgent(carryon)
                .get(carryon.url("ticket-service") + "/v1/tickets/" + ticket)
                .jsonPath()
                .getString("customer.id");
    }

    private static void isTheSame(Carryon carryon, String caller, String account) {
        asAgent(carryon)
                .contentType("application/json")
                .header("Idempotency-Key", "journey-whole-call-merge")
                .body(Map.of("into", account, "reason", "The caller said so"))
                .post(carryon.url("customer-profile-service") + "/v1/customers/" + caller + "/merge")
                .then()
                .statusCode(200);
    }

    private static void announced(Carryon carryon) {
        asIvr(carryon)
                .body(Map.of("from", PHONE, "to", "+49309000", "language", "en"))
                .put(carryon.url("channel-gateway") + "/v1/ivr/calls/" + CALL)
                .then()
                .statusCode(201);
    }

    private static JsonPath zeroOut(Carryon carryon) {
        return told(
                        carryon,
                        "/zero-out",
                        Map.of(
                                "trigger",
                                "dtmf0",
                                "menuPath",
                                List.of("root", "orders"),
                                "collected",
                                Map.of("orderNumber", "4711-2299")))
                .jsonPath();
    }

    private static Response told(Carryon carryon, String what, Map<String, Object> body) {
        var answer = asIvr(carryon).body(body).post(carryon.url("channel-gateway") + "/v1/ivr/calls/" + CALL + what);
        assertThat(answer.statusCode()).as(what + ": " + answer.asString()).isBetween(200, 204);
        return answer;
    }

    private static List<String> channels(Carryon carryon, String ticket) {
        return asAgent(carryon)
                .get(carryon.url("ticket-service") + "/v1/tickets/" + ticket + "/entries")
                .jsonPath()
                .getList("items.findAll { it.kind == 'CONTACT' }.channel");
    }

    private static RequestSpecification asIvr(Carryon carryon) {
        return given().auth().oauth2(carryon.token("ivr")).contentType("application/json");
    }

    private static RequestSpecification asAgent(Carryon carryon) {
        return given().auth().oauth2(carryon.token("agent"));
    }
}
