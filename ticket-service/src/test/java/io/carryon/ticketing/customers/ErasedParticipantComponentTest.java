package io.carryon.ticketing.customers;

import static io.carryon.ticketing.customers.CustomerFixtures.arrived;
import static io.carryon.ticketing.customers.CustomerFixtures.erased;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer who took part in another's ticket is erased. */
@QuarkusTest
class ErasedParticipantComponentTest {

    @Inject
    CustomerIntake intake;

    private final String boss = "boss-" + UUID.randomUUID() + "@example.org";

    @Test
    void nothingTellsOfThemAnyMore() {
        var mail = mail();
        var id = ticketOf(mail);
        withKey()
                .body("{\"text\":\"To both.\",\"cc\":[\"%s\",\"other@example.org\"]}".formatted(boss))
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201);
        var customer = UUID.randomUUID();
        var answer = mailAbout(customer, UUID.randomUUID());
        ((ObjectNode) answer.at("/contact/sender/handles/0")).put("value", boss).put("raw", boss);
        ((ObjectNode) answer.at("/contact/sender")).put("name", "The Boss");
        ((ObjectNode) answer.get("customer")).put("name", "The Boss");
        ((ObjectNode) answer.get("issue"))
                .put("relatedIssueId", mail.at("/issue/id").textValue());
        assertThat(ticketOf(answer)).isEqualTo(id);

        intake.take(arrived(erased(customer)));

        ticket(id)
                .body("participants.address", contains("other@example.org"))
                .body("conversation.items[1].cc", contains("other@example.org"))
                .body("conversation.items[2].text", equalTo("[erased]"))
                .body("conversation.items[2].author.name", equalTo("[erased]"))
                .body("customer.name", equalTo("Maria Weber"));
        var log = agent().get("/v1/tickets/" + id + "/events").then().extract().asString();
        assertThat(log).doesNotContain(boss, "The Boss");
    }
}
