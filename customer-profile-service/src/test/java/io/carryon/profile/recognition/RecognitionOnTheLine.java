package io.carryon.profile.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Sends contacts into the line and reads what was recognized. */
abstract class RecognitionOnTheLine extends OnLocalStack {

    final UUID contact = UUID.randomUUID();
    Line line;

    @BeforeEach
    void openLine() {
        line = new Line("contact.recognized", "contact.received.profile.dead");
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    JsonNode recognize(JsonNode event) {
        line.send("contact.received", event.at("/sender/handles/0/value").asText(), event);
        return line.recognized(UUID.fromString(event.get("entryId").asText()));
    }

    static String decision(JsonNode recognized) {
        return recognized.at("/issue/decision").asText();
    }

    static String evidence(JsonNode recognized) {
        return recognized.at("/issue/evidence/0/kind").asText();
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
