package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Customers' mails that staff pass on. */
@QuarkusTest
class ForwardedMailComponentTest {

    @Test
    void whoPassedAMailOnIsToldToColleagues() {
        var mail = mail();
        ((ObjectNode) mail.get("contact"))
                .putObject("forwardedBy")
                .put("name", "Amy")
                .put("address", "amy@partner.example")
                .put("text", "She called me, too.");

        ticket(ticketOf(mail))
                .body("customer.name", equalTo("Maria Weber"))
                .body("conversation.items[0].author.id", equalTo("mailto:maria@example.org"))
                .body("conversation.items[1].kind", equalTo("NOTE"))
                .body("conversation.items[1].author.name", equalTo("Amy"))
                .body("conversation.items[1].text", containsString("She called me, too."));
    }
}
