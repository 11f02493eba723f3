package io.carryon.profile.preferences;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff set on a customer who is shown as another, or who was erased. */
@QuarkusTest
class PreferencesComponentTest extends OnLocalStack {

    private static RequestSpecification asAdmin() {
        return given().auth()
                .oauth2(token("admin"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID());
    }

    private static String customer(Line line) {
        var contact = UUID.randomUUID();
        var from = someone();
        line.send("contact.received", from, Contacts.mail(contact, from, "Router"));
        return "/v1/customers/" + line.recognized(contact).at("/customer/id").asText();
    }

    private static ValidatableResponse setTier(String customer) {
        return asAdmin().body("{\"tier\":\"gold\"}").put(customer + "/tier").then();
    }

    private static ValidatableResponse setAddress(String customer) {
        return asAdmin()
                .body("{\"formOfAddress\":\"Dr. Novak\"}")
                .put(customer + "/preferences")
                .then();
    }

    @Test
    void whatIsSetUnderTheIdOfOneWhoWasMergedIsSeenOnWhoIsShown() {
        try (var line = new Line("contact.recognized")) {
            var absorbed = customer(line);
            var shown = customer(line);
            asAdmin()
                    .body("{\"tier\":\"standard\"}")
                    .put(shown + "/tier")
                    .then()
                    .statusCode(200);
            asAdmin()
                    .body("{\"into\":\"" + shown.substring(shown.lastIndexOf('/') + 1) + "\"}")
                    .post(absorbed + "/merge")
                    .then()
                    .statusCode(200);

            setTier(absorbed).statusCode(200);
            setAddress(absorbed).statusCode(200);

            asAdmin()
                    .get(shown)
                    .then()
                    .body("tier", equalTo("gold"))
                    .body("preferences.formOfAddress", equalTo("Dr. Novak"));
        }
    }

    @Test
    void nothingIsSetOnWhoWasErased() {
        try (var line = new Line("contact.recognized")) {
            var erased = customer(line);
            asAdmin()
                    .body("{\"reason\":\"Asked for by letter\"}")
                    .post(erased + "/erasure")
                    .then()
                    .statusCode(200);

            setTier(erased)
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", endsWith("erased"));
            setAddress(erased).statusCode(409).body("type", endsWith("customer-erased"));

            asAdmin().get(erased).then().body("tier", nullValue()).body("preferences", nullValue());
        }
    }
}
