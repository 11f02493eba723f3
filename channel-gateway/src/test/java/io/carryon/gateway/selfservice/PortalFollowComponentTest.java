package io.carryon.gateway.selfservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalFollowComponentTest {

    private static final ReplyChannel.Handover NOT_NEEDED = () -> {};

    @Inject
    PortalReplies replies;

    @Test
    void theStateFollowsTheTicketAndNeverGoesBack() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var reference = accepted.getString("reference");
        Portal.status(reference)
                .then()
                .statusCode(200)
                .body("state", equalTo("received"))
                .body("ticketNumber", nullValue());

        var ticket = UUID.randomUUID();
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 1, "OPENED", "NEW", accepted.getUUID("contactId")));
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 3, "STATUS_CHANGED", "WAITING_FOR_CUSTOMER", null));
        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 2, "ASSIGNED", "OPEN", null));
        Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 4, "STATUS_CHANGED", "RESOLVED", null));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(reference)
                        .then()
                        .body("state", equalTo("solved"))
                        .body("ticketNumber", equalTo("1004273"))
                        .body("contactUs.human.text", notNullValue()));
    }

    @Test
    void anEventThatCannotBeReadDoesNotStopTheNext() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var ticket = UUID.randomUUID();

        Line.publish("ticket.changed", ticket, "not json");
        Line.publish(
                "ticket.changed",
                ticket,
                TicketEvents.changed(ticket, 1, "OPENED", "OPEN", accepted.getUUID("contactId")));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        Portal.status(accepted.getString("reference")).then().body("state", equalTo("in progress")));
    }

    @Test
    void aFurtherMessageIsAnEntryOfTheSameContact() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var path = accepted.getString("statusUrl") + "/messages";
        var key = UUID.randomUUID().toString();

        var first = Portal.write(path, key, "{\"text\":\"One more thing.\"}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Portal.write(path, key, "{\"text\":\"One more thing.\"}")
                .then()
                .statusCode(201)
                .body("messageId", equalTo(first.getString("messageId")));
        Portal.write(path, key, "{\"text\":\"Something else.\"}").then().statusCode(422);
        Portal.write(path, UUID.randomUUID().toString(), "{\"text\":\"And another.\"}")
                .then()
                .statusCode(201);

        var entries = Line.entriesOf(accepted.getUUID("contactId"), 3);
        assertThat(entries)
                .extracting(e -> e.get("sequence").asInt())
                .contains(0, 1, 2)
                .doesNotContain(3);
        assertThat(entries).filteredOn(e -> e.get("sequence").asInt() == 1).allSatisfy(e -> {
            assertThat(e.get("entryId").asText()).isEqualTo(first.getString("messageId"));
            assertThat(e.get("text").asText()).isEqualTo("One more thing.");
        });
        Portal.status(accepted.getString("reference"))
                .then()
                .body("messages.text", contains("You charged twice.", "One more thing.", "And another."))
                .body("messages.from", contains("you", "you", "you"));
    }

    @Test
    void supportsAnswerStandsWhereTheCustomerLooksOnce() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var reply = reply(UUID.randomUUID(), accepted.getUUID("contactId"));

        assertThat(replies.deliver(reply, NOT_NEEDED).outcome()).isEqualTo(DeliveryReceipt.Outcome.SENT);
        assertThat(replies.deliver(reply, NOT_NEEDED).outcome()).isEqualTo(DeliveryReceipt.Outcome.SENT);

        Portal.status(accepted.getString("reference"))
                .then()
                .body("messages.text", contains("You charged twice.", "A credit note is on its way."))
                .body("messages[1].from", equalTo("support"))
                .body("messages[1].author", equalTo("Anna Weber"));
    }

    @Test
    void anAnswerToNoRequestIsReportedAsFailed() {
        assertThat(replies.deliver(reply(UUID.randomUUID(), UUID.randomUUID()), NOT_NEEDED)
                        .outcome())
                .isEqualTo(DeliveryReceipt.Outcome.FAILED);
    }

    @Test
    void aReferenceMayBeTypedCarelesslyButNotGuessed() {
        var reference = Portal.submitted(Portal.REQUEST).getString("reference");

        Portal.status(reference.toLowerCase(Locale.ROOT).replace("-", ""))
                .then()
                .statusCode(200)
                .body("reference", equalTo(reference));
        Portal.status("7K3M-Q0ZD-2F9T-XW5B").then().statusCode(404).contentType("application/problem+json");
        Portal.status("nonsense").then().statusCode(404);
        given().get(Portal.REQUESTS + "/" + reference).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .get(Portal.REQUESTS + "/" + reference)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.of("ivr"))
                .get(Portal.REQUESTS + "/" + reference)
                .then()
                .statusCode(403);
    }

    @Test
    void theLatestPageIsShownFirstAndEarlierOnesByTheCursor() {
        var accepted = Portal.submitted(Portal.REQUEST);
        for (var text : List.of("b", "c", "d")) {
            Portal.write(accepted.getString("statusUrl") + "/messages", Portal.key(), "{\"text\":\"" + text + "\"}")
                    .then()
                    .statusCode(201);
        }
        var reference = accepted.getString("reference");

        var latest = Portal.status(reference + "?limit=3").then().body("messages.text", contains("b", "c", "d"));
        var next = latest.body("hasMore", equalTo(true)).extract().jsonPath().getString("next");

        Portal.status(reference + "?limit=3&cursor=" + next)
                .then()
                .body("messages.text", contains("You charged twice."))
                .body("hasMore", equalTo(false))
                .body("next", nullValue());
        Portal.status(reference + "?cursor=nonsense").then().statusCode(400);
        Portal.status(reference + "?limit=51").then().statusCode(400).body("errors.pointer", hasItem("/limit"));
    }

    @Test
    void aMessageSentAgainIsNotPublishedAgain() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var path = accepted.getString("statusUrl") + "/messages";
        var key = Portal.key();
        Portal.write(path, key, "{\"text\":\"One.\"}").then().statusCode(201);
        Portal.write(path, key, "{\"text\":\"One.\"}").then().statusCode(201);
        Portal.write(path, Portal.key(), "{\"text\":\"Two.\"}").then().statusCode(201);

        assertThat(Line.recordsUpTo(accepted.getUUID("contactId"), 2))
                .extracting(entry -> entry.get("sequence").asInt())
                .containsExactly(0, 1, 2);
    }

    private static ReplyRequested reply(UUID replyId, UUID contactId) {
        return new ReplyRequested(
                replyId,
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                contactId,
                Channel.PORTAL,
                "portal-client",
                new ReplyRequested.Recipient(Handle.Kind.ACCOUNT, "cust-1", null),
                "Re: The invoice is wrong",
                "A credit note is on its way.",
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now(),
                null,
                null,
                null);
    }
}
