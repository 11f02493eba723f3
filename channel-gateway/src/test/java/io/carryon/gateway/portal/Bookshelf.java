package io.carryon.gateway.portal;

import static io.restassured.RestAssured.given;

import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.Tokens;
import io.restassured.specification.RequestSpecification;

/** Staff who write articles, so that the pages have some. */
final class Bookshelf {

    private Bookshelf() {}

    /** Returns the id of what was published. */
    static String published(String language, String title, String body) {
        var id = supervisor()
                .header("Idempotency-Key", Portal.key())
                .body("{\"language\":\"%s\",\"title\":\"%s\",\"body\":\"%s\"}".formatted(language, title, body))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        supervisor()
                .header("If-Match", "\"1\"")
                .post("/v1/articles/" + id + "/publish")
                .then()
                .statusCode(200);
        return id;
    }

    static void verify(String id) {
        supervisor().post("/v1/articles/" + id + "/verify").then().statusCode(200);
    }

    /** Takes away what nobody verified since it was published. */
    static void withdraw(String id) {
        supervisor()
                .header("If-Match", "\"2\"")
                .post("/v1/articles/" + id + "/archive")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification supervisor() {
        return given().auth().oauth2(Tokens.of("supervisor")).contentType("application/json");
    }
}
