package io.carryon.ticketing.understanding;

import static io.carryon.ticketing.line.Desk.agent;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Staff say how they understand a matter. */
public final class UnderstandingFixtures {

    private UnderstandingFixtures() {}

    public static ValidatableResponse propose(
            String ticket, String ifMatch, String problem, String expectation, String outcome) {
        var request = agent();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(Map.of("problem", problem, "expectation", expectation, "desiredOutcome", outcome))
                .put("/v1/tickets/" + ticket + "/understanding")
                .then();
    }
}
