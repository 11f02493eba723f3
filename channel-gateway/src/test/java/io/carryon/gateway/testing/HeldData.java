package io.carryon.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the gateway tells the other services that it holds of a contact. */
public final class HeldData {

    private HeldData() {}

    public static ValidatableResponse of(UUID contact) {
        return given().auth()
                .oauth2(Tokens.of("service"))
                .contentType("application/json")
                .body(Map.of("contactIds", List.of(contact)))
                .post("/v1/privacy/contacts")
                .then()
                .statusCode(200)
                .body("contacts[0].contactId", equalTo(contact.toString()));
    }
}
