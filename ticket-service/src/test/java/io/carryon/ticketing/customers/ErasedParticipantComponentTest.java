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
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer who took part in another's ticket is erased. */
@QuarkusTest
class ErasedParticipantComponentTest {

    @Inject
    CustomerIntake intake;

    private final Line line = Line.open();
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
        var answer = answer(mail, customer, boss);
        ((ObjectNode) answer.at("/contact/sender")).put("name", "The Boss");
        ((ObjectNode) answer.get("customer")).put("name", "The Boss");
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

    @Test
    void norDoCopiesThatWentToThemWhenTheyTakePartNoLonger() {
        var friend = UUID.randomUUID();
        var id = ticketInWhichAFriendNamesTheBoss(friend);
        String reply = replied(id, "{\"text\":\"To all.\"}");
        line.publish("delivery.outcome", UUID.randomUUID().toString(), id, Line.json("""
                        {"replyId":"%s","ticketId":"%s","outcome":"FAILED","reason":"550 <%s> is unknown"}""".formatted(reply, id, boss)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(id).body("conversation.items[4].delivery.reason", containsString(boss)));
        intake.take(arrived(erased(friend)));
        ticket(id).body("conversation.items[4].cc", contains(boss));
        var customer = UUID.randomUUID();
        var own = mailAbout(customer, UUID.randomUUID());
        from(own, boss);
        ticketOf(own);

        intake.take(arrived(erased(customer)));

        ticket(id)
                .body("conversation.items[4].cc", nullValue())
                .body("conversation.items[4].delivery.reason", nullValue());
        assertThat(agent().get("/v1/tickets/" + id + "/events").then().extract().asString())
                .doesNotContain(boss);
    }

    @Test
    void whomStaffNamedSinceTakesPartWithoutWhoNamedThem() {
        var friend = UUID.randomUUID();
        var id = ticketInWhichAFriendNamesTheBoss(friend);
        replied(id, "{\"text\":\"To you.\",\"cc\":[\"%s\"]}".formatted(boss));

        intake.take(arrived(erased(friend)));

        ticket(id).body("participants.address", contains(boss));
    }

    private String ticketInWhichAFriendNamesTheBoss(UUID friend) {
        var mail = mail();
        var id = ticketOf(mail);
        var address = "friend-" + boss;
        replied(id, "{\"text\":\"To both.\",\"cc\":[\"%s\"]}".formatted(address));
        var answer = answer(mail, friend, address);
        ((ObjectNode) answer.at("/contact/sender/handles/0")).put("verification", "verified");
        answer.withArray("/contact/participants").addObject().put("role", "cc").put("address", boss);
        assertThat(ticketOf(answer)).isEqualTo(id);
        var next = mailAbout(
                UUID.fromString(mail.at("/customer/id").textValue()),
                UUID.fromString(mail.at("/issue/id").textValue()));
        assertThat(ticketOf(next)).isEqualTo(id);
        return id;
    }

    private static String replied(String id, String body) {
        return withKey()
                .body(body)
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ObjectNode answer(ObjectNode mail, UUID customer, String address) {
        var answer = mailAbout(customer, UUID.randomUUID());
        from(answer, address);
        ((ObjectNode) answer.get("issue"))
                .put("relatedIssueId", mail.at("/issue/id").textValue());
        return answer;
    }

    private static void from(ObjectNode mail, String address) {
        ((ObjectNode) mail.at("/contact/sender/handles/0"))
                .put("value", address)
                .put("raw", address);
    }
}
