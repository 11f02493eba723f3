package io.carryon.profile.suggestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuggestionComponentTest extends OnLocalStack {

    private static ValidatableResponse settle(String one, String other, String decision) {
        return given().auth()
                .oauth2(token("agent"))
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"" + decision + "\"}")
                .post("/v1/customers/" + one + "/suggestions/" + other)
                .then();
    }

    private static ValidatableResponse suggestions(String customer) {
        return given().auth()
                .oauth2(token("agent"))
                .get("/v1/customers/" + customer + "/suggestions")
                .then()
                .statusCode(200);
    }

    private static String customerOf(Line line, String address) {
        var contact = UUID.randomUUID();
        line.send("contact.received", address, Contacts.mail(contact, address, "Router"));
        return line.recognized(contact).at("/customer/id").asText();
    }

    @Test
    void staffSeeWhoMayBeTheSameAndConfirmingMergesThem() {
        try (var line = new Line("contact.recognized")) {
            var local = "j" + UUID.randomUUID().toString().replace("-", "");
            var one = customerOf(line, local + "@gmail.com");
            var other = customerOf(line, local + "@googlemail.com");

            suggestions(one).body("items.customerId", hasItem(other)).body("items[0].weight", equalTo(30));
            settle(one, UUID.randomUUID().toString(), "confirm").statusCode(404);
            settle(one, other, "perhaps").statusCode(400);
            settle(one, other, "confirm").statusCode(204);
            settle(one, other, "confirm").statusCode(204);
            settle(one, other, "reject").statusCode(409).body("type", endsWith("already-settled"));
            suggestions(other).body("items", empty());
            shown(other).body("id", equalTo(one)).body("contactCount", equalTo(2));
        }
    }

    @Test
    void whatWasConfirmedWaitsAgainOnceTheMergeIsUndone() {
        try (var line = new Line("contact.recognized")) {
            var local = "j" + UUID.randomUUID().toString().replace("-", "");
            var one = customerOf(line, local + "@gmail.com");
            var other = customerOf(line, local + "@googlemail.com");
            settle(one, other, "confirm").statusCode(204);
            unmerge(other);

            suggestions(one).body("items.customerId", hasItem(other));
            suggestions(other).body("items.customerId", hasItem(one));
            settle(one, other, "confirm").statusCode(204);
            shown(other).body("id", equalTo(one));
            suggestions(one).body("items", empty());

            unmerge(other);
            settle(other, one, "reject").statusCode(204);
            suggestions(one).body("items", empty());
            settle(one, other, "confirm").statusCode(409).body("type", endsWith("already-settled"));
            shown(other).body("id", equalTo(other));
        }
    }

    private static void unmerge(String customer) {
        given().auth()
                .oauth2(token("agent"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/customers/" + customer + "/unmerge")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse shown(String customer) {
        return given().auth()
                .oauth2(token("agent"))
                .get("/v1/customers/" + customer)
                .then()
                .statusCode(200);
    }

    @Test
    void machinesDoNotSettleSuggestions() {
        given().auth()
                .oauth2(token("service"))
                .get("/v1/customers/" + UUID.randomUUID() + "/suggestions")
                .then()
                .statusCode(403);
    }
}
