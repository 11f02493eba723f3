package io.carryon.profile.recognition;

import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.thread;
import static io.carryon.profile.line.Contacts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.ReferenceStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Long threads between a customer's mail program and staff: every turn lands on the issue it belongs to. */
@QuarkusTest
class MailThreadComponentTest extends RecognitionOnTheLine {

    /** Ten turns of one matter as customers write them; staff's are in between. */
    private static final List<String> TURNS = List.of(
            "My order 4711-0815 has not arrived. When will it be delivered?",
            "The invoice number is 2026-00345, as you asked.",
            "Thanks. Could you also tell me whether the driver will call before he comes?",
            "No.",
            "I have attached the photo of the damaged parcel and my receipt.",
            "What does the insurance pay in such a case, and who has to report it?",
            "My bank account for the refund is DE89 3704 0044 0532 0130 00.",
            "I will be away from Monday to Friday. Can somebody else sign for it?",
            "The reference of the carrier is CP-99812-77. Why does their hotline not answer?",
            "Great, thank you very much for your help!");

    @Inject
    Documents documents;

    @Test
    void everyAnswerInALongThreadIsOneIssueHoweverTheMailProgramSaysThatItAnswers() {
        var from = someone();
        var first = recognize(turn(contact, from, "Order 4711-0815", TURNS.getFirst()));
        var issue = first.at("/issue/id").asText();
        var number = numbered(issue, first.at("/customer/id").asText());
        var elsewhere = new ArrayList<String>();
        for (var i = 1; i < TURNS.size(); i++) {
            var ours = UUID.randomUUID() + "@carryon.test";
            var answer = turn(UUID.randomUUID(), from, "Re: Order 4711-0815", TURNS.get(i));
            switch (i % 5) {
                case 0 ->
                    thread(answer)
                            .put("repliedIssueId", issue)
                            .withArray("inReplyTo")
                            .add(ours);
                case 1 ->
                    thread(answer)
                            .put("repliedIssueId", issue)
                            .withArray("references")
                            .add(ours);
                // By the address alone.
                case 2 -> thread(answer).put("repliedIssueId", issue);
                // A server on the way gave our mail another id.
                case 3 -> {
                    thread(answer).withArray("inReplyTo").add(ours);
                    thread(answer)
                            .withArray("references")
                            .add(contact + "@example.com")
                            .add(ours);
                    answer.put("subject", "A photo for you");
                }
                default -> thread(answer).withArray("ticketNumbers").add(number);
            }
            var recognized = recognize(answer);
            if (!recognized.at("/issue/id").asText().equals(issue)) {
                elsewhere.add(TURNS.get(i) + " " + recognized.get("issue"));
            }
        }
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void whoAsksAboutAnotherOrderInTheThreadMeansAnotherMatter() {
        var from = someone();
        var issue = recognize(turn(contact, from, "Order 4711-0815", TURNS.getFirst()))
                .at("/issue/id")
                .asText();
        var other = turn(UUID.randomUUID(), from, "Re: Order 4711-0815", "Where is my order 5822-1111?");
        thread(other).put("repliedIssueId", issue).withArray("inReplyTo").add("r@carryon.test");

        var recognized = recognize(other);

        assertThat(decision(recognized)).isEqualTo("NEW");
        assertThat(recognized.at("/issue/relatedIssueId").asText()).isEqualTo(issue);
    }

    @Test
    void mailsOfOneThreadWhoseBeginningNeverCameToUsBelongTogetherForEachSender() {
        var from = someone();
        var unseen = UUID.randomUUID() + "@elsewhere.example";
        var first = turn(contact, from, "Re: Offer", "I would like to have the blue one.");
        thread(first).withArray("references").add(unseen);
        var second = turn(UUID.randomUUID(), from, "Re: Offer", "And the photo is attached.");
        thread(second).withArray("inReplyTo").add(unseen);
        var others = turn(UUID.randomUUID(), someone(), "Re: Offer", "I would like to have the blue one.");
        thread(others).withArray("references").add(unseen);

        var issue = recognize(first).at("/issue/id").asText();

        var again = recognize(second);
        assertThat(again.at("/issue/id").asText()).isEqualTo(issue);
        assertThat(evidence(again)).isEqualTo("thread");
        var stranger = recognize(others);
        assertThat(stranger.at("/issue/id").asText()).isNotEqualTo(issue);
        assertThat(stranger.at("/issue/relatedIssueId").asText("")).isEmpty();
    }

    @Test
    void twoCustomersWhoWriteTheSameAreTwoIssues() {
        var one = recognize(turn(contact, someone(), "Invoice", "My invoice is wrong."));
        var other = recognize(turn(UUID.randomUUID(), someone(), "Invoice", "My invoice is wrong."));

        assertThat(other.at("/issue/id")).isNotEqualTo(one.at("/issue/id"));
        assertThat(other.at("/issue/relatedIssueId").asText("")).isEmpty();
    }

    private String numbered(String issue, String customer) {
        var number = Long.toString(1_000_000L + Math.floorMod(contact.getLeastSignificantBits(), 8_000_000L));
        var ticket = UUID.randomUUID();
        line.send("ticket.changed", ticket.toString(), ticket(ticket, number, issue, customer, 1, "OPENED", "NEW"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> documents.find(ReferenceStore.ticket(number)).isPresent());
        return number;
    }

    private static ObjectNode turn(UUID contact, String from, String subject, String text) {
        var mail = mail(contact, from, subject).put("text", text);
        thread(mail).put("messageId", contact + "@example.com");
        return mail;
    }
}
