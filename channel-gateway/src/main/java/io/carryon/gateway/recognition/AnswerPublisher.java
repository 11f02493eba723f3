package io.carryon.gateway.recognition;

import io.carryon.gateway.operations.AcknowledgedEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Puts a customer's answer on {@code recognition.answered} and waits for the broker's acknowledgement. */
@ApplicationScoped
class AnswerPublisher implements AnswerOutlet {

    private final MutinyEmitter<byte[]> topic;
    private final AcknowledgedEvents events;

    AnswerPublisher(@Channel("recognition-answered") MutinyEmitter<byte[]> topic, AcknowledgedEvents events) {
        this.topic = topic;
        this.events = events;
    }

    @Override
    public void publish(RecognitionAnswered answer) {
        events.publish(topic, answer.contactId(), answer.answerId(), answer);
    }
}
