package io.carryon.profile.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.events.EventChannel;
import io.carryon.profile.history.ContactRecord;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes {@code io.carryon.contact.recognized.v1}: the message with the decision about its contact. */
@ApplicationScoped
public class RecognizedPublisher {

    private final EventChannel channel;
    private final ObjectMapper json;

    public RecognizedPublisher(
            @Channel("contact-recognized") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            ObjectMapper json) {
        this.channel = new EventChannel(emitter);
        this.json = json;
    }

    /** Returns when the broker has it. */
    void publish(ContactReceived contact, ObjectNode whole, List<ContactHandle> handles, ContactRecord record) {
        channel.send(
                customerShown(record),
                contact.entryId().toString(),
                contact.contactId().toString(),
                event(whole, handles, record));
    }

    /** What concerns one customer keeps its order, whichever of those merged into them it came from. */
    private static String customerShown(ContactRecord record) {
        return record.decided().get("customer") instanceof Map<?, ?> customer
                ? customer.get("id").toString()
                : record.customerId().toString();
    }

    /** The contact is passed on as it came, except for its handles, which are now in their normal form. */
    private byte[] event(ObjectNode whole, List<ContactHandle> handles, ContactRecord record) {
        var given = whole.path("sender").path("handles");
        for (int i = 0; i < handles.size(); i++) {
            if (given.get(i) instanceof ObjectNode handle) {
                if (!handle.hasNonNull("raw")) {
                    handle.set("raw", handle.get("value"));
                }
                handle.put("value", handles.get(i).handle().value());
            }
        }
        var event = new LinkedHashMap<String, Object>();
        event.put("contact", whole);
        event.putAll(DecisionNow.of(record));
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and trees of JSON can always be written", e);
        }
    }
}
