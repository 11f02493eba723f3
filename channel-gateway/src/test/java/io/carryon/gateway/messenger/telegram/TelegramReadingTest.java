package io.carryon.gateway.messenger.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.MessageCase;
import io.carryon.gateway.messenger.Reading;
import io.carryon.gateway.messenger.Update;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramReadingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Update UPDATE =
            new Update(1, UUID.randomUUID(), "key", Channel.TELEGRAM, "bot", null, Instant.EPOCH, 1);

    static Stream<MessageCase> cases() throws IOException {
        return MessageCase.of("telegram");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyKindOfMessageIsTold(MessageCase each) throws IOException {
        var message = each.posted().put("message_id", 42).put("date", 1772446530);
        message.set("from", JSON.readTree("{\"id\":99,\"is_bot\":false,\"first_name\":\"Ann\"}"));
        message.set("chat", JSON.readTree("{\"id\":99,\"type\":\"private\"}"));
        var update = JSON.createObjectNode().put("update_id", 1);
        update.set("message", message);

        each.check(TelegramReading.of(UPDATE, update));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":1,\"my_chat_member\":{\"chat\":{\"id\":99,\"type\":\"private\"}}}",
                "{\"update_id\":1,\"message\":{\"message_id\":2,\"from\":{\"id\":5,\"is_bot\":true},\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"x\"}}",
                "{\"update_id\":1,\"channel_post\":{\"message_id\":2,\"chat\":{\"id\":-9,\"type\":\"channel\"},\"text\":\"x\"}}",
                "{\"update_id\":1,\"edited_message\":{\"message_id\":2,\"from\":{\"id\":9},\"chat\":{\"id\":9,\"type\":\"private\"},\"location\":{}}}",
                "{\"update_id\":1}"
            })
    void whatNobodyWroteToTheBotIsNothing(String update) throws IOException {
        assertThat(TelegramReading.of(UPDATE, JSON.readTree(update))).isEqualTo(new Reading.Nothing());
    }
}
