package io.carryon.gateway.phone.course;

import io.carryon.gateway.operations.AcknowledgedEvents;
import io.carryon.gateway.operations.NotAcknowledged;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts what became of a call on {@code call.changed} and waits for the broker's acknowledgement. */
@ApplicationScoped
class CallChangedPublisher {

    private final MutinyEmitter<byte[]> topic;
    private final AcknowledgedEvents events;

    CallChangedPublisher(
            @Channel("call-changed") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2048)
                    MutinyEmitter<byte[]> topic,
            AcknowledgedEvents events) {
        this.topic = topic;
        this.events = events;
    }

    /** Returns once the broker has it; false when it does not take it in time. */
    boolean publish(CallChanged change) {
        try {
            events.publish(topic, change.contactId(), change.id(), change);
            return true;
        } catch (NotAcknowledged e) {
            return false;
        }
    }
}
