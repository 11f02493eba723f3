package io.carryon.profile.recognition.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.profile.events.EventChannel;
import io.carryon.profile.history.ContactRecord;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes {@code io.carryon.contact.linked.v1}. */
@ApplicationScoped
public class LinkedPublisher {

    private final EventChannel channel;
    private final ObjectMapper json;

    public LinkedPublisher(
            @Channel("contact-linked") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            ObjectMapper json) {
        this.channel = new EventChannel(emitter);
        this.json = json;
    }

    /** Returns when the broker has it. */
    void publish(UUID survivor, ContactRecord record) {
        try {
            channel.send(
                    survivor.toString(),
                    record.link().actId().toString(),
                    record.contactId().toString(),
                    json.writeValueAsBytes(ContactLinked.of(survivor, record)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ids and texts can always be written", e);
        }
    }
}
