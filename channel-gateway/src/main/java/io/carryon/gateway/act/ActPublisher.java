package io.carryon.gateway.act;

import io.carryon.gateway.operations.AcknowledgedEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts what customers did on {@code customer.acted}. */
@ApplicationScoped
class ActPublisher implements ActOutlet {

    private final MutinyEmitter<byte[]> topic;
    private final AcknowledgedEvents events;

    ActPublisher(
            @Channel("customer-acted") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2048)
                    MutinyEmitter<byte[]> topic,
            AcknowledgedEvents events) {
        this.topic = topic;
        this.events = events;
    }

    @Override
    public void publish(CustomerAct act) {
        events.publish(topic, act.contactId(), act.actId(), act);
    }
}
