package io.carryon.ticketing.drafts;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftComponentTest {

    @Inject
    Drafts drafts;

    @Test
    void aDraftIsItsAuthorsUntilTheyHaveSentAReplyAndOthersSeeThatThereIsOne() {
        var id = ticketOf(mail());
        var path = "/v1/tickets/%s/draft".formatted(id);
        agent().get(path).then().statusCode(404);
        keep(agent(), path, "Dear {{customer-name}}");
        var since = keep(agent(), path, "Dear Maria, secret");
        keep(supervisor(), path, "My own");

        agent().get(path).then().statusCode(200).body("text", equalTo("Dear Maria, secret"));
        assertThat(supervisor().get(path + "s").asString()).doesNotContain("secret");
        supervisor()
                .get(path + "s")
                .then()
                .body("items.agentId", equalTo(List.of("agent-1", "boss")))
                .body("items[0].name", equalTo("Name of agent-1"))
                .body("items[0].since", equalTo(since));
        reply(id, "Sent.").statusCode(201);

        agent().get(path).then().statusCode(404);
        supervisor().get(path).then().statusCode(200);
        supervisor().delete(path).then().statusCode(204);
        supervisor().delete(path).then().statusCode(204);
        agent().get(path + "s").then().body("items", hasSize(0));
    }

    @Test
    void aDraftIsErasedWithItsTicketsCustomer() {
        var id = ticketOf(mail());
        var path = "/v1/tickets/%s/draft".formatted(id);
        keep(agent(), path, "Dear Maria");

        QuarkusTransaction.requiringNew().run(() -> drafts.erase(List.of(UUID.fromString(id))));

        agent().get(path).then().statusCode(404);
    }

    @Test
    void aDraftOfNothingOrNowhereIsRefused() {
        agent().body("{\"text\":\" \"}")
                .put("/v1/tickets/%s/draft".formatted(ticketOf(mail())))
                .then()
                .statusCode(400);
        agent().body("{\"text\":\"x\"}")
                .put("/v1/tickets/%s/draft".formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
        agent().get("/v1/tickets/%s/drafts".formatted(UUID.randomUUID())).then().statusCode(404);
    }

    private static String keep(RequestSpecification by, String path, String text) {
        return by.body("{\"text\":\"%s\"}".formatted(text))
                .put(path)
                .then()
                .statusCode(200)
                .extract()
                .path("since");
    }
}
