package io.carryon.gateway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A portal's server. */
public final class Portal {

    /** Where requests are submitted. */
    public static final String REQUESTS = "/portal/v1/requests";

    /** A request of somebody signed in. */
    public static final String REQUEST = """
            {"requester":{"name":"Marta Nowak","email":"marta@example.com","phone":"030 1234567",
              "account":"cust-1","verified":true,"method":"oidc"},
             "subject":"The invoice is wrong","text":"You charged twice.","language":"pl",
             "fields":{"invoice":"2026-05-1177"}}
            """;

    private Portal() {}

    /** The answer to a request that was taken. */
    public static JsonPath submitted(String body) {
        return post(key(), body).then().statusCode(201).extract().jsonPath();
    }

    public static Response post(String key, String body) {
        return write(REQUESTS, key, body);
    }

    public static Response write(String path, String key, String body) {
        return portal().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    public static Response status(String reference) {
        return portal().get(REQUESTS + "/" + reference);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static RequestSpecification portal() {
        return given().auth().oauth2(Tokens.of("portal"));
    }
}
