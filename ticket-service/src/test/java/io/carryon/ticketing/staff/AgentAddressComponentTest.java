package io.carryon.ticketing.staff;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The addresses that agents write from. */
@QuarkusTest
class AgentAddressComponentTest {

    @Test
    void anAddressIsOneAgentsAndGivenByAdmins() {
        var address = "ann-" + UUID.randomUUID() + "@carryon.example";
        var body = "{\"addresses\":[\"%s\"]}";
        var path = "/v1/agents/%s/mail-addresses";
        var agentId = "mailing-" + UUID.randomUUID();

        admin().body(body.formatted(address.toUpperCase(Locale.ROOT)))
                .put(path.formatted(agentId))
                .then()
                .statusCode(200)
                .body("addresses", contains(address));

        admin().body(body.formatted(address))
                .put(path.formatted("somebody-else"))
                .then()
                .statusCode(409);
        agent().body(body.formatted(address)).put(path.formatted("me")).then().statusCode(403);
        admin().body(body.formatted("ann")).put(path.formatted(agentId)).then().statusCode(400);
    }
}
