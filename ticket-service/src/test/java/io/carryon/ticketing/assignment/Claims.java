package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.line.Desk.as;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** Agents asking for the next ticket. */
final class Claims {

    private Claims() {}

    static ValidatableResponse claim(String agent) {
        return claim(agent, "{}");
    }

    static ValidatableResponse claim(String agent, String wish) {
        return claim(agent, wish, UUID.randomUUID().toString());
    }

    static ValidatableResponse claim(String agent, String wish, String key) {
        return as(agent)
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/v1/tickets/claim-next")
                .then();
    }

    /** The id of the agent's next ticket, null when there is none. */
    static String next(String agent) {
        var answer = claim(agent).extract();
        return answer.statusCode() == 204 ? null : answer.path("id");
    }
}
