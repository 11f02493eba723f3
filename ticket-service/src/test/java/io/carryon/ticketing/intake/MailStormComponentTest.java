package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A machine that writes without end fills one ticket, and the ticket says so. */
@QuarkusTest
class MailStormComponentTest {

    private final Line line = Line.open();

    @Test
    void theMailsOfAStormStandInOneTicketThatSaysWhy() {
        var first = mail();
        var id = ticketOf(first);
        for (var sequence = 1; sequence <= 3; sequence++) {
            var further = first.deepCopy();
            ((ObjectNode) further.get("contact"))
                    .put("entryId", UUID.randomUUID().toString())
                    .put("sequence", sequence)
                    .put("subject", "Host " + sequence + " is down");
            line.recognized(further);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(id)
                        .body("conversation.items.kind", contains("CONTACT", "CONTACT", "NOTE", "CONTACT", "CONTACT"))
                        .body("conversation.items[2].text", containsString("More mails came from this sender")));
    }
}
