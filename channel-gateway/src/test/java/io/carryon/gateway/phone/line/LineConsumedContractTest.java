package io.carryon.gateway.phone.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketNews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The examples of what is read, with a field nobody knew of, still reach the handlers. */
class LineConsumedContractTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final AwaitedAnswers awaited = new AwaitedAnswers();
    private final LiveLine line = new LiveLine(json, awaited);

    @Test
    void theLiveLineReadsARecognizedContact() throws IOException {
        var event = example("customer-profile-service/contact.recognized.v1.json");
        var expected = awaited.expect(json.convertValue(event.at("/contact/contactId"), UUID.class));

        line.hear(recognized(event.toString()));

        var recognized = expected.recognized().getNow(null);
        assertThat(recognized.asCustomer().name()).isEqualTo("Marta Nowak");
        assertThat(recognized.asHistory().openIssues()).hasSize(1);
        assertThat(recognized.asHistory().lastContacts()).hasSize(1);
        assertThat(recognized.asHistory().earlierOnIssue().getFirst().at()).isNotNull();
    }

    @Test
    void theLiveLineReadsATicketsChange() throws IOException {
        var event = example("ticket-service/ticket.changed.v1.json");
        var expected = awaited.expect(json.convertValue(event.get("contactId"), UUID.class));

        line.hear(ticketed(event.toString()));

        assertThat(expected.ticket().getNow(null).number()).isEqualTo("1004273");
    }

    @Test
    void everyFollowerIsToldOfATicketsChange() throws IOException {
        var told = new ArrayList<TicketChanged>();
        var news = new TicketNews(List.of(told::addAll, told::addAll));

        news.tell(List.of(
                json.readValue(example("ticket-service/ticket.changed.v1.json").toString(), TicketChanged.class)));

        assertThat(told).hasSize(2).allSatisfy(ticket -> {
            assertThat(ticket.opened()).isTrue();
            assertThat(ticket.status()).isEqualTo("NEW");
            assertThat(ticket.revision()).isEqualTo(1);
        });
    }

    @Test
    void anEventThatCannotBeReadIsPassedOverAndTheNextStillReachesTheCaller() throws IOException {
        var event = example("ticket-service/ticket.changed.v1.json");
        var expected = awaited.expect(json.convertValue(event.get("contactId"), UUID.class));

        line.hear(recognized("not json"));
        line.hear(ticketed("{}"));
        line.hear(ticketed(event.toString()));

        assertThat(expected.ticket()).isDone();
    }

    private static ConsumerRecord<String, String> recognized(String event) {
        return new ConsumerRecord<>("contact.recognized", 0, 0, "key", event);
    }

    private static ConsumerRecord<String, String> ticketed(String event) {
        return new ConsumerRecord<>("ticket.changed", 0, 0, "key", event);
    }

    private ObjectNode example(String name) throws IOException {
        try (var file = getClass().getResourceAsStream("/contracts/consumed/" + name)) {
            return ((ObjectNode) json.readTree(file)).put("colour", "unknown to us");
        }
    }
}
