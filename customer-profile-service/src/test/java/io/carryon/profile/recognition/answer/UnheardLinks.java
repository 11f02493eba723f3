package io.carryon.profile.recognition.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.profile.history.ContactRecord;
import java.util.UUID;

/** Where nobody listens to what is confirmed and rejected. */
public final class UnheardLinks extends LinkedPublisher {

    public UnheardLinks() {
        super(null, new ObjectMapper());
    }

    @Override
    void publish(UUID survivor, ContactRecord record) {}
}
