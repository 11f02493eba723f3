package io.carryon.gateway.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalActComponentTest {

    @ParameterizedTest
    @CsvSource({"close, closed", "reopen, reopened", "handoff, handoff"})
    void whatTheCustomerDoesIsToldOnce(String door, String act) {
        var accepted = Portal.submitted(Portal.REQUEST);
        var key = Portal.key();
        var path = accepted.getString("statusUrl") + "/" + door;

        var first = Portal.write(path, key, "{\"reason\":\"Because.\"}")
                .then()
                .statusCode(200)
                .body("act", equalTo(act))
                .body("contactUs.human.text", notNullValue())
                .extract()
                .asString();
        var again = Portal.write(path, key, "{\"reason\":\"Because.\"}")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        var told = Line.awaited(
                "customer.acted",
                event -> accepted.getString("contactId")
                        .equals(event.get("contactId").asText()));
        assertThat(told.get("act").asText()).isEqualTo(act);
        assertThat(told.get("channel").asText()).isEqualTo("portal");
        assertThat(told.get("reason").asText()).isEqualTo("Because.");
    }

    @Test
    void aResolutionIsRatedOnceItIsThere() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var reference = accepted.getString("reference");
        var path = accepted.getString("statusUrl") + "/rating";
        Portal.write(path, Portal.key(), "{\"score\":5}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:carryon:problem:not-solved"));

        var ticket = UUID.randomUUID();
        var contact = accepted.getUUID("contactId");
        told(ticket, 1, "OPENED", "OPEN", contact);
        told(ticket, 2, "STATUS_CHANGED", "RESOLVED", null);
        awaitState(reference, "solved");
        Portal.status(reference).then().body("askToRate", equalTo(true));

        Portal.write(path, Portal.key(), "{\"score\":4,\"comment\":\"<b>Quick</b>\"}")
                .then()
                .statusCode(200)
                .body("act", equalTo("rated"));

        Portal.status(reference).then().body("askToRate", equalTo(false));
        var rated = Line.awaited(
                "customer.acted",
                event -> contact.toString().equals(event.get("contactId").asText()));
        assertThat(rated.at("/rating/score").asInt()).isEqualTo(4);
        assertThat(rated.at("/rating/comment").asText()).isEqualTo("<b>Quick</b>");

        told(ticket, 3, "STATUS_CHANGED", "OPEN", null);
        told(ticket, 4, "STATUS_CHANGED", "RESOLVED", null);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(reference).then().body("askToRate", equalTo(true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"score\":0}", "{\"score\":6}", "{\"score\":\"good\"}", "{\"score\":3,\"extra\":1}", "[]"
            })
    void aRatingThatIsNoneIsRefused(String body) {
        var accepted = Portal.submitted(Portal.REQUEST);

        Portal.write(accepted.getString("statusUrl") + "/rating", Portal.key(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void theCustomerSeesWhatComesNextByWhenAndWhoAnswers() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var ticket = UUID.randomUUID();
        var event = TicketEvents.changed(ticket, 1, "OPENED", "OPEN", accepted.getUUID("contactId"));
        event.put("ownerName", "Anna Weber");
        event.put(
                "outlook",
                Map.of(
                        "nextStep", "We check the invoice.",
                        "nextStepCode", "PROMISED",
                        "nextUpdateBy", "2026-03-02T16:00:00Z",
                        "promised", true));
        Line.publish("ticket.changed", ticket, event);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(accepted.getString("reference"))
                        .then()
                        .body("expectation.nextStep", equalTo("We check the invoice."))
                        .body("expectation.nextUpdateBy", equalTo("2026-03-02T16:00:00Z"))
                        .body("expectation.promised", equalTo(true))
                        .body("expectation.answeredBy", equalTo("Anna Weber")));

        told(ticket, 2, "STATUS_CHANGED", "RESOLVED", null);
        awaitState(accepted.getString("reference"), "solved");
        Portal.status(accepted.getString("reference")).then().body("expectation", nullValue());
    }

    @Test
    void aRequestFollowsTheTicketThatTookItsTicketOverAndComesBack() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var reference = accepted.getString("reference");
        var own = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        told(own, 1, "OPENED", "OPEN", accepted.getUUID("contactId"));
        awaitState(reference, "in progress");

        Line.publish("ticket.changed", survivor, merge(survivor, 7, "ABSORBED", "OPEN", own, "2000019", 1));
        Line.publish("ticket.changed", own, merge(own, 2, "MERGED", "CLOSED", survivor, "1004273", 1));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(reference).then().body("ticketNumber", equalTo("2000019")));
        told(survivor, 8, "STATUS_CHANGED", "RESOLVED", null);
        awaitState(reference, "solved");

        Line.publish("ticket.changed", own, merge(own, 3, "UNMERGED", "OPEN", survivor, "1004273", 2));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(reference)
                        .then()
                        .body("ticketNumber", equalTo("1004273"))
                        .body("state", equalTo("in progress")));
    }

    @Test
    void aCallIsBookedMovedAndCancelled() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var path = accepted.getString("statusUrl") + "/callback";
        var slots = Portal.portal()
                .get(path + "/slots")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var last = slots.getList("slots").size() - 1;

        put(path, wish(slots, last)).then().statusCode(200).body("number", equalTo("+49305550100"));
        put(path, wish(slots, last - 1))
                .then()
                .statusCode(200)
                .body("notBefore", equalTo(slots.getString("slots[" + (last - 1) + "].notBefore")));
        Portal.status(accepted.getString("reference"))
                .then()
                .body("callback.notBefore", equalTo(slots.getString("slots[" + (last - 1) + "].notBefore")));

        put(path, "{\"number\":\"<script>\"}").then().statusCode(400).body("errors.pointer", hasItem("/number"));
        put(path, "{\"number\":\"+49305550100\",\"notAfter\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(409);
        Portal.portal().delete(path).then().statusCode(204);
        Portal.portal().delete(path).then().statusCode(404);
        Portal.status(accepted.getString("reference")).then().body("callback", nullValue());
    }

    @Test
    void aCustomersRequestsAreListedByProvedAddressOrAccount() {
        var who = UUID.randomUUID().toString();
        var mine = Portal.submitted(request("\"email\":\"" + who + "@Example.com\""))
                .getString("reference");
        var signedIn = Portal.submitted(
                        request("\"account\":\"" + who + "\",\"email\":\"other@example.com\",\"verified\":true"))
                .getString("reference");
        var claimed = Portal.submitted(request("\"account\":\"" + who + "\",\"email\":\"thief@example.com\""))
                .getString("reference");

        var page = list("Carryon-Customer-Email", who + "@example.com", "?limit=1");
        page.then().body("items.reference", contains(mine)).body("hasMore", equalTo(false));
        list("Carryon-Customer-Account", who, "")
                .then()
                .body("items.reference", contains(signedIn))
                .body("items.reference", not(hasItem(claimed)));
        var both = Portal.portal()
                .header("Carryon-Customer-Account", who)
                .header("Carryon-Customer-Email", who + "@example.com")
                .get(Portal.REQUESTS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.reference", contains(signedIn))
                .body("hasMore", equalTo(true))
                .extract()
                .jsonPath();
        Portal.portal()
                .header("Carryon-Customer-Account", who)
                .header("Carryon-Customer-Email", who + "@example.com")
                .get(Portal.REQUESTS + "?limit=1&cursor=" + both.getString("next"))
                .then()
                .body("items.reference", contains(mine))
                .body("hasMore", equalTo(false));
        Portal.portal().get(Portal.REQUESTS).then().statusCode(400);
    }

    private static String request(String requester) {
        return "{\"requester\":{" + requester + "},\"subject\":\"Mine\",\"text\":\"Please look.\"}";
    }

    private static io.restassured.response.Response list(String header, String value, String query) {
        return Portal.portal().header(header, value).get(Portal.REQUESTS + query);
    }

    private static String wish(JsonPath slots, int index) {
        return "{\"number\":\"+49 30 5550100\",\"notBefore\":\"" + slots.getString("slots[" + index + "].notBefore")
                + "\",\"notAfter\":\"" + slots.getString("slots[" + index + "].notAfter") + "\"}";
    }

    private static io.restassured.response.Response put(String path, String body) {
        return Portal.portal().contentType("application/json").body(body).put(path);
    }

    private static Map<String, Object> merge(
            UUID ticket, int revision, String change, String status, UUID other, String number, int minute) {
        var event = TicketEvents.changed(ticket, revision, change, status, null);
        event.put("otherTicketId", other);
        event.put("number", number);
        event.put("at", "2026-03-02T11:0" + minute + ":00Z");
        return event;
    }

    private static void told(UUID ticket, int revision, String change, String status, UUID contact) {
        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, revision, change, status, contact));
    }

    private static void awaitState(String reference, String state) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(reference).then().body("state", equalTo(state)));
    }
}
