package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPayloadTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    /** A letter, one that takes three bytes, and one that JSON writes in six. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "語", "\u0001"})
    void aContactWithEverythingAtItsMaximumFits(String character) throws IOException {
        var payload = new EventPayload(json).of(largest(character));

        assertThat(payload.length).isLessThanOrEqualTo(EventPayload.LIMIT);
        var event = json.readTree(payload);
        assertThat(event.at("/truncated").asBoolean()).isTrue();
        assertThat(event.at("/text").asText()).hasSizeGreaterThanOrEqualTo(Contact.TEXT_LIMIT / 2);
        assertThat(event.at("/sender/handles")).hasSize(8);
    }

    @Test
    void anOrdinaryContactKeepsAllItHas() throws IOException {
        var contact = draft("x")
                .text("Hello")
                .html("<p>Hello</p>")
                .participants(others("Boss", 3))
                .contact();

        JsonNode event = json.readTree(new EventPayload(json).of(contact));

        assertThat(event.at("/html").asText()).isEqualTo("<p>Hello</p>");
        assertThat(event.at("/participants")).hasSize(3);
        assertThat(event.at("/truncated").asBoolean()).isFalse();
    }

    private static Contact largest(String character) {
        var long1000 = character.repeat(1000);
        var ids = Collections.nCopies(300, character.repeat(998));
        return draft(character)
                .subject(character.repeat(2000))
                .text(character.repeat(200_000))
                .visibleText(character.repeat(99_999))
                .html(character.repeat(200_000))
                .participants(others(character.repeat(1_200_000), 200))
                .attachments(Collections.nCopies(
                        600,
                        new Attachment(
                                "a",
                                long1000,
                                long1000,
                                1,
                                "0".repeat(64),
                                Attachment.Disposition.ATTACHMENT,
                                long1000)))
                .thread(new Contact.Threading(character.repeat(998), ids, ids, UUID.randomUUID(), List.of()))
                .contact();
    }

    private static List<Contact.Participant> others(String name, int count) {
        return Collections.nCopies(count, new Contact.Participant("to", name, "x@example.org"));
    }

    private static ContactDraft draft(String character) {
        var handle = Handle.claimed(Handle.Kind.MAILTO, character.repeat(400), character.repeat(2000));
        return Contact.draft(Channel.EMAIL, "support")
                .first(UUID.randomUUID())
                .at(Instant.EPOCH, Instant.EPOCH)
                .from(character.repeat(300), Collections.nCopies(9, handle).toArray(Handle[]::new));
    }
}
