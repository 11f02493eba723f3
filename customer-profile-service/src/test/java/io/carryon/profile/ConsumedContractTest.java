package io.carryon.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.events.Payload;
import io.carryon.profile.events.PoisonException;
import io.carryon.profile.followup.DeliveryOutcome;
import io.carryon.profile.followup.TicketChanged;
import io.carryon.profile.recognition.ContactReceived;
import io.carryon.profile.recognition.answer.RecognitionAnswered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed examples hold only what this service reads; with more around it they are read the same. */
class ConsumedContractTest {

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Payload payload = new Payload(json);

    private <T> T read(String example, Class<T> as) throws IOException {
        try (var stream = getClass().getResourceAsStream("/contracts/consumed/" + example)) {
            var tree = (ObjectNode) json.readTree(stream);
            tree.put("aFieldOfTomorrow", true);
            return payload.shape(tree, as);
        }
    }

    private JsonNode missing(String field, String example) throws IOException {
        try (var stream = getClass().getResourceAsStream("/contracts/consumed/" + example)) {
            return ((ObjectNode) json.readTree(stream)).without(List.of(field));
        }
    }

    @Test
    void everyFieldOfTheContactExampleIsRead() throws IOException {
        var contact = read("channel-gateway/contact.received.v1.json", ContactReceived.class);

        assertThat(contact).hasNoNullFieldsOrProperties();
        assertThat(contact.sender()).hasNoNullFieldsOrProperties();
        assertThat(contact.sender().handles())
                .allSatisfy(handle -> assertThat(handle).hasNoNullFieldsOrProperties());
        assertThat(contact.thread()).hasNoNullFieldsOrProperties();
        assertThat(contact.phone()).hasNoNullFieldsOrProperties();
        assertThat(contact.portal()).hasNoNullFieldsOrProperties();
        assertThat(contact.selfService()).hasNoNullFieldsOrProperties();
        assertThat(contact.selfService().searches())
                .allSatisfy(search -> assertThat(search).hasNoNullFieldsOrProperties());
        assertThat(contact.selfService().read())
                .allSatisfy(article -> assertThat(article).hasNoNullFieldsOrProperties());
    }

    @Test
    void everyFieldOfTheDeliveryExampleIsRead() throws IOException {
        assertThat(read("channel-gateway/delivery.outcome.v1.json", DeliveryOutcome.class))
                .hasNoNullFieldsOrProperties();
    }

    @Test
    void everyFieldOfTheAnswerExampleIsRead() throws IOException {
        assertThat(read("channel-gateway/recognition.answered.v1.json", RecognitionAnswered.class))
                .hasNoNullFieldsOrProperties();
    }

    @Test
    void everyFieldOfTheTicketExampleIsRead() throws IOException {
        var changed = read("ticket-service/ticket.changed.v1.json", TicketChanged.class);

        assertThat(changed).hasNoNullFieldsOrProperties();
        assertThat(changed.reply()).hasNoNullFieldsOrProperties();
        assertThat(changed.promise()).hasNoNullFieldsOrProperties();
    }

    @Test
    void aMissingNeededFieldIsPoison() throws IOException {
        var contact = missing("contactId", "channel-gateway/contact.received.v1.json");
        var ticket = missing("revision", "ticket-service/ticket.changed.v1.json");

        assertThatThrownBy(() -> payload.shape(contact, ContactReceived.class)).isInstanceOf(PoisonException.class);
        assertThatThrownBy(() -> payload.shape(ticket, TicketChanged.class)).isInstanceOf(PoisonException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contactId':'jana@example.com'}|/contactId",
                "{'receivedAt':'jana@example.com'}|/receivedAt",
                "{'sender':'jana@example.com'}|/sender",
                "{'sender':{'handles':[{'kind':'jana@example.com'}]}}|/sender/handles/0/kind",
                "{'sender':{'handles':[{'kind':'tel'}]}}|sender.handles.value",
                "{'sender':jana@example.com}|at line 1",
                "jana@example.com|at line 1"
            })
    void aDeadLettersReasonSaysWhereAndNotWhatWasWritten(String value, String where) {
        var event = new ConsumerRecord<>(
                "contact.received", 0, 0L, "key", value.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> payload.read(event, ContactReceived.class))
                .isInstanceOf(PoisonException.class)
                .hasNoCause()
                .hasMessageContaining(where)
                .hasMessageNotContaining("jana@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "\u0000"})
    void whatIsNoJsonObjectIsPoison(String value) {
        var event = new ConsumerRecord<>("contact.received", 0, 0, "key", value.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> payload.tree(event)).isInstanceOf(PoisonException.class);
    }
}
