package io.carryon.ticketing.understanding;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.sits;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedAlertComponentTest {

    private static final String FIRST = "The invoice of May charges my device twice, please correct it.";
    private static final String AGAIN = "Once more: the invoice of May still charges my device twice!";

    @Inject
    EntityManager database;

    private final UUID customer = UUID.randomUUID();
    private final UUID matter = UUID.randomUUID();

    @Test
    void whoMustSayItAgainAfterAnAnswerRaisesARedAlertUntilStaffHaveSeenIt() {
        var id = ticketOf(said(FIRST));
        own(id, "owner-" + id);
        reply(id, "It is all in your account.").statusCode(201);
        sits("owner-" + id, "support", "7" + Math.abs(id.hashCode()));
        try (var owner = Listening.as("owner-" + id);
                var other = Listening.as("other-" + id)) {
            var again = said(AGAIN);
            var contact = again.at("/contact/contactId").textValue();
            ticketOf(again);

            var told = owner.about(contact, 1).getFirst();
            assertThat(told.event()).isEqualTo("red.alert");
            assertThat(told.data().path("ticketId").textValue()).isEqualTo(id);
            ticket(id).body("abc.redAlert.contactId", equalTo(contact)).body("abc.redAlert.times", equalTo(1));
            Line.open().data("ticket.changed", id, 5).forEach(Contract.named("ticket.changed")::accepts);

            seen(id, UUID.randomUUID().toString(), 404);
            seen(id, contact, 204);
            seen(id, contact, 204);

            ticket(id).body("abc.redAlert", nullValue()).body("revision", equalTo(6));
            agent().get("/v1/tickets/" + id + "/events")
                    .then()
                    .body("items[-2].type", equalTo("RED_ALERT"))
                    .body("items[-1].type", equalTo("RED_ALERT_SEEN"));
            assertThat(other.messages()).noneMatch(message -> message.event().equals("red.alert"));
        }
    }

    @Test
    void whoSaysSomethingElseOrHasNoAnswerYetRaisesNone() {
        var id = ticketOf(said(FIRST));
        ticketOf(said(AGAIN));
        reply(id, "It is all in your account.").statusCode(201);
        ticketOf(said("My new address is 5 Long Street, would you note that?"));

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(id) == 0);
        ticket(id).body("abc.redAlert", nullValue()).body("revision", equalTo(4));
    }

    @Test
    void oneThatCannotBeJudgedKeepsNobodyFromTheOthers() {
        var bad = repeated(UUID.randomUUID());
        var good = repeated(UUID.randomUUID());
        change("delete from ticketing.red_alert where ticket_id in (?1, ?2)", bad, good);
        try {
            change("update ticketing.ticket set priority = 'BROKEN' where id = ?1", bad);
            for (var id : List.of(bad, good)) {
                change("""
                        insert into ticketing.repeat_candidate (ticket_id, contact_id, at)
                        select ticket_id, contact_id, 'epoch' from ticketing.entry
                        where ticket_id = ?1 and kind = 'CONTACT' order by position desc limit 1""", id);
            }

            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(good) == 0);
            ticket(good).body("abc.redAlert.times", equalTo(1));
            assertThat(waiting(bad)).isEqualTo(1);
        } finally {
            change("update ticketing.ticket set priority = 'NORMAL' where id = ?1", bad);
            change("update ticketing.repeat_candidate set at = 'epoch' where ticket_id = ?1", bad);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(bad) == 0);
        ticket(bad).body("abc.redAlert.times", equalTo(1));
    }

    /** A ticket whose customer has said the same again after an answer. */
    private String repeated(UUID issue) {
        var id = ticketOf(said(FIRST, issue));
        reply(id, "It is all in your account.").statusCode(201);
        ticketOf(said(AGAIN, issue));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ticket(id).body("abc.redAlert.times", equalTo(1)));
        return id;
    }

    private void change(String sql, String... ids) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(sql);
            for (var at = 0; at < ids.length; at++) {
                query.setParameter(at + 1, UUID.fromString(ids[at]));
            }
            query.executeUpdate();
        });
    }

    private long waiting(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from ticketing.repeat_candidate where ticket_id = ?1")
                                .setParameter(1, UUID.fromString(id))
                                .getSingleResult())
                        .longValue());
    }

    private ObjectNode said(String text) {
        return said(text, matter);
    }

    private ObjectNode said(String text, UUID issue) {
        var mail = mailAbout(customer, issue);
        ((ObjectNode) mail.get("contact")).put("text", text);
        return mail;
    }

    private static void own(String id, String owner) {
        agent().header("If-Match", "*")
                .body("{\"owner\":\"%s\"}".formatted(owner))
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
    }

    private static void seen(String id, String contact, int status) {
        agent().put("/v1/tickets/%s/red-alerts/%s/seen".formatted(id, contact))
                .then()
                .statusCode(status);
    }
}
