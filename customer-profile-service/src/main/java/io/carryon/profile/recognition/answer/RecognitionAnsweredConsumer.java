package io.carryon.profile.recognition.answer;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.EventLine;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what customers answered to the recognition question. */
@ApplicationScoped
public class RecognitionAnsweredConsumer {

    private final EventLine line;

    public RecognitionAnsweredConsumer(BatchHandling handling, Payload payload, TakeAnswer takeAnswer) {
        this.line = handling.line(
                "recognition-answered", event -> takeAnswer.take(payload.read(event, RecognitionAnswered.class)));
    }

    @Incoming("recognition-answered")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return line.take(events);
    }
}
