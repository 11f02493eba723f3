package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.carryon.ticketing.ticket.TicketNumber;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeComponentTest {

    private final Line line = Line.open();

    @Test
    void aRecognizedContactIsATicketWithCardConversationAndTimeline() {
        var mail = mail();
        var id = ticketOf(mail);

        var number = ticket(id)
                .header("ETag", "\"1\"")
                .body("status", equalTo("NEW"))
                .body("subject", equalTo("Invoice of May"))
                .body("queue", equalTo("support"))
                .body("customer.name", equalTo("Maria Weber"))
                .body("customer.timeline", endsWith(mail.at("/customer/id").textValue() + "/timeline"))
                .body("card.contactCount", equalTo(2))
                .body("conversation.items", hasSize(1))
                .body("conversation.items[0].text", equalTo("The invoice is wrong."))
                .body("conversation.items[0].author.id", equalTo("mailto:maria@example.org"))
                .body("conversation.items[0].attachments[0].name", equalTo("invoice.pdf"))
                .body("conversation.items[0].original.mediaType", equalTo("message/rfc822"))
                .extract()
                .<String>path("number");
        assertThat(TicketNumber.parse(number)).isPresent();
        agent().get("/v1/tickets/number/" + number).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void whatTheCustomerTriedBeforeIsShownWithTheContact() {
        var mail = mail();
        ((ObjectNode) mail.get("contact")).set("selfService", Line.json("""
                        {"searches":[{"q":"reset password","results":0,"at":"2026-03-03T09:10:00Z"}],
                         "read":[{"articleId":"0199c0de-0000-7000-8000-000000000001","title":"Passwords","helpful":false,"at":"2026-03-03T09:12:00Z"},
                                 {"articleId":"0199c0de-0000-7000-8000-000000000002","title":"Of an earlier version"}]}"""));

        ticket(ticketOf(mail))
                .body("conversation.items[0].selfService.searches[0].q", equalTo("reset password"))
                .body("conversation.items[0].selfService.searches[0].at", equalTo("2026-03-03T09:10:00Z"))
                .body("conversation.items[0].selfService.read[0].helpful", equalTo(false))
                .body("conversation.items[0].selfService.read[0].at", equalTo("2026-03-03T09:12:00Z"))
                .body("conversation.items[0].selfService.read[1]", aMapWithSize(2));
    }

    @Test
    void aRedeliveryChangesNothing() {
        var mail = mail();
        var id = ticketOf(mail);

        line.recognized(mail);
        line.recognized(mail);
        var later = followUp(mail);
        line.recognized(later);

        assertThat(ticketWith(later.at("/contact/contactId").textValue())).isEqualTo(id);
        ticket(id).body("conversation.items", hasSize(2)).body("revision", equalTo(2));
        // A marker behind whatever may still come.
        status(id, "OPEN").statusCode(200);
        assertThat(line.data("ticket.changed", id, 3))
                .extracting(change -> change.get("revision").intValue())
                .containsExactly(1, 2, 3);
    }

    @Test
    void aMessageOnAnIssueWaitingForTheCustomerOpensItAgain() {
        var mail = mail();
        var id = ticketOf(mail);
        status(id, "WAITING_FOR_CUSTOMER").statusCode(200);

        assertThat(ticketOf(followUp(mail))).isEqualTo(id);

        ticket(id).body("status", equalTo("OPEN")).body("conversation.items", hasSize(2));
    }

    @Test
    void manyContactsOnOneIssueAtTheSameMomentMakeOneTicket() {
        var customer = UUID.randomUUID();
        var issue = UUID.randomUUID();
        var mails =
                IntStream.range(0, 12).mapToObj(i -> mailAbout(customer, issue)).toList();

        // Their keys spread them over the partitions.
        mails.parallelStream()
                .forEach(mail -> line.recognized(mail, UUID.randomUUID().toString()));

        var tickets = mails.stream()
                .map(mail -> ticketWith(mail.at("/contact/contactId").textValue()))
                .distinct()
                .toList();
        assertThat(tickets).hasSize(1);
        ticket(tickets.getFirst()).body("conversation.items", hasSize(12)).body("revision", equalTo(12));
    }

    @Test
    void aContactThatNamesAnotherCustomersIssueOpensATicketOfItsOwn() {
        var owners = mail();
        var id = ticketOf(owners);
        var issue = UUID.fromString(owners.at("/issue/id").textValue());
        var stranger = UUID.randomUUID();

        var own = ticketOf(mailAbout(stranger, issue));

        assertThat(own).isNotEqualTo(id);
        ticket(id)
                .body("conversation.items", hasSize(1))
                .body("customer.id", equalTo(owners.at("/customer/id").textValue()));
        ticket(own)
                .body("customer.id", equalTo(stranger.toString()))
                .body("links[0].kind", equalTo("RELATED"))
                .body("links[0].ticketId", equalTo(id));
        assertThat(ticketOf(mailAbout(stranger, issue))).isEqualTo(own);
    }

    @Test
    void theIssueAStrangerNamedIsShownAsALink() {
        var named = mail();
        var other = ticketOf(named);
        var strangers = mail();
        ((ObjectNode) strangers.get("issue"))
                .put("relatedIssueId", named.at("/issue/id").textValue());

        ticket(ticketOf(strangers)).body("links[0].kind", equalTo("RELATED")).body("links[0].ticketId", equalTo(other));
    }

    @Test
    void aCallGoesToTheQueueTheCallerWasPromised() {
        ticket(ticketOf(RecognizedFixtures.call(UUID.randomUUID(), UUID.randomUUID())))
                .body("queue", equalTo("billing"))
                .body("subject", equalTo("The invoice is wrong."))
                .body("conversation.items[0].phone.trigger", equalTo("dtmf0"));
    }

    @Test
    void charactersTheDatabaseCannotHoldAreLeftOutNotFatal() {
        var mail = mail();
        ((ObjectNode) mail.get("contact")).put("text", "a\0b \uD83D\uDE00").put("subject", "x\0y");

        ticket(ticketOf(mail))
                .body("subject", equalTo("xy"))
                .body("conversation.items[0].text", equalTo("ab \uD83D\uDE00"));
    }

    @Test
    void aLaterEntryOfAChatIsAnEntryOfTheSameContact() {
        var first = mail();
        var id = ticketOf(first);
        var second = first.deepCopy();
        ((ObjectNode) second.get("contact"))
                .put("entryId", UUID.randomUUID().toString())
                .put("sequence", 1)
                .put("text", "One more thing");

        line.recognized(second);

        assertThat(line.data("ticket.changed", id, 2).get(1).get("change").textValue())
                .isEqualTo("CONTACT_ADDED");
        ticket(id)
                .body(
                        "conversation.items[1].contactId",
                        equalTo(first.at("/contact/contactId").textValue()))
                .body(
                        "conversation.items[1].id",
                        not(equalTo(first.at("/contact/contactId").textValue())));
    }

    static ObjectNode followUp(ObjectNode mail) {
        return mailAbout(
                UUID.fromString(mail.at("/customer/id").textValue()),
                UUID.fromString(mail.at("/issue/id").textValue()));
    }
}
