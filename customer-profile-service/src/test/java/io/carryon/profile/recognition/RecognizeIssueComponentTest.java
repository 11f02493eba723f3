package io.carryon.profile.recognition;

import static io.carryon.profile.line.Contacts.entry;
import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.thread;
import static io.carryon.profile.line.Contacts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.ReferenceStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecognizeIssueComponentTest extends RecognitionOnTheLine {

    @Inject
    Documents documents;

    @Test
    void aFurtherMessageOfAContactKeepsTheDecision() {
        var from = someone();
        var event = mail(contact, from, "Router");
        var first = recognize(event);
        var second = recognize(entry(event, UUID.randomUUID(), 1));

        assertThat(second.get("issue")).isEqualTo(first.get("issue"));
        assertThat(second.get("customer")).isEqualTo(first.get("customer"));
        assertThat(second.get("card")).isEqualTo(first.get("card"));
        assertThat(second.at("/contact/sequence").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerInTheThreadIsTheSameIssue() {
        var from = someone();
        var opening = mail(contact, from, "Router");
        thread(opening).put("messageId", "<" + contact + "@example.com>");
        var first = recognize(opening);
        var answer = mail(UUID.randomUUID(), from, "Re: Router");
        thread(answer).withArray("references").add(contact + "@example.com");
        var second = recognize(answer);

        assertThat(decision(second)).isEqualTo("LINK");
        assertThat(evidence(second)).isEqualTo("thread");
        assertThat(second.at("/issue/id")).isEqualTo(first.at("/issue/id"));
        assertThat(second.at("/issue/contactNumber").asInt()).isEqualTo(2);
        assertThat(second.at("/card/earlierOnIssue/0/contactId").asText()).isEqualTo(contact.toString());
    }

    @Test
    void aReplyTokenLinksItsCustomerAndNobodyElse() {
        var from = someone();
        var issue = recognize(mail(contact, from, "Router")).at("/issue/id").asText();
        var answer = mail(UUID.randomUUID(), from, "Re: Router");
        thread(answer).put("repliedIssueId", issue);
        var forwarded = mail(UUID.randomUUID(), someone(), "Fwd: Router");
        thread(forwarded).put("repliedIssueId", issue);

        assertThat(evidence(recognize(answer))).isEqualTo("reply-token");
        var stranger = recognize(forwarded);
        assertThat(decision(stranger)).isEqualTo("NEW");
        assertThat(evidence(stranger)).isEqualTo("stranger-in-thread");
        assertThat(stranger.at("/issue/relatedIssueId").asText()).isEqualTo(issue);
        assertThat(stranger.at("/card/earlierOnIssue")).isEmpty();
    }

    @Test
    void aTicketNumberCountsFromAParticipantOnly() {
        var from = someone();
        var number = Long.toString(1_000_000L + Math.floorMod(contact.getLeastSignificantBits(), 8_000_000L));
        var first = recognize(mail(contact, from, "Router"));
        var customer = first.at("/customer/id").asText();
        var issue = first.at("/issue/id").asText();
        var ticket = UUID.randomUUID();
        line.send("ticket.changed", ticket.toString(), ticket(ticket, number, issue, customer, 1, "OPENED", "NEW"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> documents.find(ReferenceStore.ticket(number)).isPresent());
        var participant = mail(UUID.randomUUID(), from, "About " + number);
        thread(participant).withArray("ticketNumbers").add(number);
        var stranger = mail(UUID.randomUUID(), someone(), "About " + number);
        thread(stranger).withArray("ticketNumbers").add(number);

        var linked = recognize(participant);
        assertThat(evidence(linked)).isEqualTo("ticket-number");
        assertThat(linked.at("/issue/id").asText()).isEqualTo(issue);
        assertThat(linked.at("/card/openIssues/0/ticketNumber").asText()).isEqualTo(number);
        assertThat(decision(recognize(stranger))).isEqualTo("NEW");
    }

    @Test
    void aTicketThatWentToAnotherIssueIsOpenThereAlone() {
        var from = someone();
        var first = recognize(mail(contact, from, "Router"));
        var customer = first.at("/customer/id").asText();
        var issue = first.at("/issue/id").asText();
        var former = UUID.randomUUID().toString();
        var ticket = UUID.randomUUID();
        line.send("ticket.changed", ticket.toString(), ticket(ticket, "100013", former, customer, 1, "OPENED", "NEW"));
        var moved = ticket(ticket, "100013", issue, customer, 2, "ISSUE_CHANGED", "NEW");
        moved.put("formerIssueId", former);
        line.send("ticket.changed", ticket.toString(), moved);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var open = recognize(mail(UUID.randomUUID(), from, "Router")).at("/card/openIssues");
            assertThat(open.findValuesAsText("issueId")).contains(issue).doesNotContain(former);
        });
    }
}
