package io.carryon.ticketing.limits;

import static io.carryon.ticketing.line.Desk.agent;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitComponentTest {

    @Test
    void everyAnswerSaysHowMuchMayStillBeAsked() {
        agent().get("/v1/tickets")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"default\";q=30000;w=60"))
                .header("RateLimit", matchesRegex("\"default\";r=\\d+;t=\\d+"));
        agent().get("/v1/tickets/none")
                .then()
                .statusCode(404)
                .header("RateLimit", matchesRegex("\"default\";r=\\d+;t=\\d+"));
        given().get("/v1/tickets").then().statusCode(401).header("RateLimit", nullValue());
        given().get("/q/health/live").then().statusCode(200).header("RateLimit", nullValue());
    }
}
