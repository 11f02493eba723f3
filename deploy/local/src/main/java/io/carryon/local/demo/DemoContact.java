package io.carryon.local.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One contact of the demonstration and what staff did about it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DemoContact(
        String channel,
        String name,
        String email,
        String from,
        String language,
        String subject,
        String text,
        String reply,
        boolean resolve) {

    /** The same at every start, so that sending it twice changes nothing. */
    String key() {
        return UUID.nameUUIDFromBytes(
                        (channel + "|" + email + "|" + from + "|" + subject).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
