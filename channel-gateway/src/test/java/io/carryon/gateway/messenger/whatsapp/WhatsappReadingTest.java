package io.carryon.gateway.messenger.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.MessageCase;
import io.carryon.gateway.messenger.Reading;
import io.carryon.gateway.messenger.Update;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatsappReadingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Update UPDATE =
            new Update(1, UUID.randomUUID(), "key", Channel.WHATSAPP, "shop", null, NOW, 1);

    static Stream<MessageCase> cases() throws IOException {
        return MessageCase.of("whatsapp");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyKindOfMessageIsTold(MessageCase each) {
        var told = JSON.createObjectNode();
        told.set(
                "message",
                each.posted().put("from", "491512345678").put("id", "wamid.IN").put("timestamp", "1772446530"));

        var reading = WhatsappReading.of(UPDATE, told, WINDOW);

        each.check(reading);
        var message = ((Reading.Said) reading).message();
        assertThat(message.at()).isEqualTo(NOW);
        assertThat(message.replyUntil()).isEqualTo(NOW.plus(WINDOW));
        assertThat(message.handle().value()).isEqualTo("+491512345678");
    }

    @Test
    void aStateIsOneOfOursAndAFailureSaysWhy() throws IOException {
        assertThat(status("\"status\":\"played\"")).isEqualTo(new Reading.Delivery("w", Reading.State.READ, null));
        assertThat(status("\"status\":\"deleted\"")).isEqualTo(new Reading.Nothing());
        assertThat(((Reading.Delivery)
                                status(
                                        "\"status\":\"failed\",\"errors\":[{\"code\":131047,\"title\":\"Re-engagement message\"}]"))
                        .reason())
                .contains("within 24 hours");
        assertThat(((Reading.Delivery) status("\"status\":\"failed\"")).reason())
                .isNotBlank();
    }

    @Test
    void whatNamesNoSenderIsNothing() throws IOException {
        assertThat(WhatsappReading.of(UPDATE, JSON.readTree("{\"message\":{\"type\":\"text\"}}"), WINDOW))
                .isEqualTo(new Reading.Nothing());
    }

    private static Reading status(String fields) throws IOException {
        return WhatsappReading.of(UPDATE, JSON.readTree("{\"status\":{\"id\":\"w\",%s}}".formatted(fields)), WINDOW);
    }
}
