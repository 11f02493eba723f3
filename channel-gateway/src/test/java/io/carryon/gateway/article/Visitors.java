package io.carryon.gateway.article;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** Visitors of a site who look for articles. */
final class Visitors {

    static final String HELP = "/v1/help/articles";

    private Visitors() {}

    /** Returns the ids of what was found, best first. */
    static List<String> found(String words, String language) {
        return given().queryParam("q", words)
                .queryParam("language", language)
                .queryParam("site", "shop-key-of-the-tests")
                .get(HELP)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    static RequestSpecification visitor(String session) {
        return given().queryParam("site", "shop-key-of-the-tests")
                .header("Carryon-Self-Service", session)
                .contentType("application/json");
    }

    static String session() {
        return UUID.randomUUID().toString();
    }
}
