package io.carryon.gateway.recognition;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.DeadLetters;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes in the questions of contact.recognized and their end by contact.linked, once for the whole gateway. Most
 * contacts have none; their events are not even read. What cannot be read, or what the database refuses, goes to the
 * dead letters, after the rest of its batch took effect.
 */
@ApplicationScoped
public class ContactRecognizedConsumer {

    private static final byte[] QUESTION = "\"disclosable\"".getBytes(StandardCharsets.US_ASCII);
    private static final Logger LOG = Logger.getLogger(ContactRecognizedConsumer.class);
    private static final Executor THREADS = Thread::startVirtualThread;

    private final ObjectMapper json;
    private final AskedQuestions questions;

    public ContactRecognizedConsumer(ObjectMapper json, AskedQuestions questions) {
        this.json = json;
        this.questions = questions;
    }

    @Incoming("contact-recognized")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        var withQuestion = new ArrayList<KafkaRecord<String, byte[]>>();
        for (var event : events.getRecords()) {
            if (isLinked(event) || hasQuestion(event.getPayload())) {
                withQuestion.add(event);
            }
        }
        return withQuestion.isEmpty()
                ? events.ack()
                : CompletableFuture.runAsync(() -> take(withQuestion), THREADS).thenCompose(taken -> events.ack());
    }

    private void take(List<KafkaRecord<String, byte[]>> events) {
        var asked = new LinkedHashMap<KafkaRecord<String, byte[]>, RecognitionQuestion>();
        var linked = new LinkedHashMap<KafkaRecord<String, byte[]>, ContactLinked>();
        var refused = new LinkedHashMap<KafkaRecord<String, byte[]>, Exception>();
        for (var event : events) {
            try {
                if (isLinked(event)) {
                    linked.put(event, read(event, ContactLinked.class));
                } else {
                    read(event, QuestionAsked.class).forTheCustomer().ifPresent(question -> asked.put(event, question));
                }
            } catch (IOException | RuntimeException e) {
                // Whatever is wrong with what one says is no fault of the others in its batch.
                refused.put(event, e);
            }
        }
        try {
            questions.take(List.copyOf(asked.values()), List.copyOf(linked.values()));
        } catch (RuntimeException e) {
            // The database was waited for; one of them is at fault, and is found alone.
            LOG.warnf(e, "%d questions and answers of staff are taken one by one", asked.size() + linked.size());
            linked.forEach((event, link) -> takeAlone(event, List.of(), List.of(link), refused));
            asked.forEach((event, question) -> takeAlone(event, List.of(question), List.of(), refused));
        }
        refused.forEach(DeadLetters::bury);
    }

    private void takeAlone(
            KafkaRecord<String, byte[]> event,
            List<RecognitionQuestion> asked,
            List<ContactLinked> linked,
            Map<KafkaRecord<String, byte[]>, Exception> refused) {
        try {
            questions.take(asked, linked);
        } catch (RuntimeException e) {
            LOG.errorf(e, "An event of %s goes to the dead letters, key %s", event.getTopic(), event.getKey());
            refused.put(event, e);
        }
    }

    private <T> T read(KafkaRecord<String, byte[]> event, Class<T> type) throws IOException {
        var read = json.readValue(event.getPayload(), type);
        if (read == null) {
            throw new IllegalArgumentException("An event of " + event.getTopic() + " that says nothing");
        }
        return read;
    }

    private static boolean isLinked(KafkaRecord<String, byte[]> event) {
        return event.getTopic().endsWith("contact.linked");
    }

    /** Whether the bytes name the field; in a customer's own words its quotes would be escaped. */
    static boolean hasQuestion(byte[] event) {
        if (event == null) {
            return false;
        }
        for (int at = 0; at <= event.length - QUESTION.length; at++) {
            if (event[at] == QUESTION[0] && event[at + 1] == QUESTION[1] && isQuestionAt(event, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuestionAt(byte[] event, int at) {
        for (int i = 0; i < QUESTION.length; i++) {
            if (event[at + i] != QUESTION[i]) {
                return false;
            }
        }
        return true;
    }
}
