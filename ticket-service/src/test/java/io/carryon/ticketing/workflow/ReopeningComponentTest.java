package io.carryon.ticketing.workflow;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReopeningComponentTest {

    @Inject
    EntityManager database;

    @ParameterizedTest
    @ValueSource(strings = {"RESOLVED", "CLOSED"})
    void aFollowUpInTimeOpensTheTicketAgain(String end) {
        var mail = mail();
        var id = done(mail, end);
        ticket(id).body("workflow.reopensUntil", notNullValue());

        assertThat(ticketOf(followUp(mail, "It is broken again."))).isEqualTo(id);

        ticket(id).body("status", equalTo("OPEN")).body("workflow.code", equalTo("open"));
        agent().get("/v1/tickets/" + id + "/events").then().body("items[-1].data.statusBefore", equalTo(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESOLVED", "CLOSED"})
    void aThankYouOpensNothing(String end) {
        var mail = mail();
        var id = done(mail, end);

        assertThat(ticketOf(followUp(mail, "Thank you very much!\n\nBest regards\nMaria Weber")))
                .isEqualTo(id);

        ticket(id).body("status", equalTo(end)).body("conversation.items", hasSize(2));
        agent().get("/v1/tickets/" + id + "/events").then().body("items[-1].data.thanks", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESOLVED", "CLOSED"})
    void aFollowUpThatIsTooLateOpensANewTicketOnTheSameIssue(String end) {
        var mail = mail();
        var id = done(mail, end);
        longAgo(id);

        var next = ticketOf(followUp(mail, "It is broken again."));

        assertThat(next).isNotEqualTo(id);
        ticket(next)
                .body("status", equalTo("NEW"))
                .body("issueId", equalTo(mail.at("/issue/id").textValue()))
                .body("links[0].kind", equalTo("PREVIOUS"))
                .body("links[0].ticketId", equalTo(id));
        ticket(id).body("status", equalTo("CLOSED")).body("links[0].kind", equalTo("NEXT"));
    }

    @Test
    void eachQueueHasItsWindow() {
        var path = "/v1/queues/technical/reopening";
        agent().get(path).then().statusCode(200).body("window", equalTo("PT336H"));
        agent().header("If-Match", "\"0\"")
                .body("{\"window\":\"P1D\"}")
                .put(path)
                .then()
                .statusCode(403);
        admin().body("{\"window\":\"P1D\"}").put(path).then().statusCode(428);
        admin().header("If-Match", "\"0\"")
                .body("{\"window\":\"soon\"}")
                .put(path)
                .then()
                .statusCode(400);
        admin().header("If-Match", "\"0\"")
                .body("{\"window\":\"P0D\"}")
                .put(path)
                .then()
                .statusCode(200);
        admin().get("/v1/queues/nowhere/reopening").then().statusCode(404);
        var mail = mail();
        var id = ticketOf(mail);
        agent().header("If-Match", "\"1\"")
                .body("{\"queue\":\"technical\"}")
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
        status(id, "RESOLVED").statusCode(200);

        assertThat(ticketOf(followUp(mail, "It is broken again."))).isNotEqualTo(id);
    }

    private String done(ObjectNode mail, String end) {
        var id = ticketOf(mail);
        status(id, "RESOLVED").statusCode(200);
        if (end.equals("CLOSED")) {
            status(id, "CLOSED").statusCode(200);
        }
        return id;
    }

    private static ObjectNode followUp(ObjectNode mail, String text) {
        var later = mailAbout(
                UUID.fromString(mail.at("/customer/id").textValue()),
                UUID.fromString(mail.at("/issue/id").textValue()));
        ((ObjectNode) later.get("contact"))
                .put("text", text)
                .put("subject", "Re: Invoice of May")
                .putArray("attachments");
        return later;
    }

    private void longAgo(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update ticketing.ticket_workflow set done_at = done_at - interval '20 days' where ticket_id = ?1")
                        .setParameter(1, UUID.fromString(id))
                        .executeUpdate());
    }
}
