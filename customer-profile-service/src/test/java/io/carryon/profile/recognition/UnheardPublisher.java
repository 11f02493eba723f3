package io.carryon.profile.recognition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.history.ContactRecord;
import java.util.List;

/** Where nobody listens to what is recognized. */
public final class UnheardPublisher extends RecognizedPublisher {

    public UnheardPublisher() {
        super(null, new ObjectMapper());
    }

    @Override
    void publish(ContactReceived contact, ObjectNode whole, List<ContactHandle> handles, ContactRecord record) {}
}
