package io.carryon.gateway.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Staff who write articles by the interface. */
final class Editors {

    private Editors() {}

    static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType("application/json");
    }

    static String form(String language, String title, String body, String keywords) {
        return """
                {"title":"%s","body":"%s","language":"%s","keywords":[%s],"topic":"billing"}
                """.formatted(title, body, language, keywords);
    }

    static JsonPath draft(String form) {
        return as("supervisor")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(form)
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .jsonPath();
    }

    /** Returns the id of what was published. */
    static String published(String form) {
        var id = draft(form).getString("id");
        as("supervisor")
                .header("If-Match", "\"1\"")
                .post("/v1/articles/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        return id;
    }

    /** Takes away what nobody changed since it was published. */
    static void archived(String id) {
        as("supervisor")
                .header("If-Match", "\"2\"")
                .post("/v1/articles/" + id + "/archive")
                .then()
                .statusCode(200);
    }
}
