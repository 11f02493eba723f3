package io.carryon.profile.recognition;

import io.carryon.profile.recognition.linking.Linking;
import io.carryon.profile.recognition.reading.Reading;
import java.util.Map;
import java.util.UUID;

/**
 * A contact beside the customer's history.
 *
 * @param reading what it says
 * @param linking what follows, or null where the contact itself says what it is about
 * @param vector of its meaning as text, or null where it was not needed
 * @param late vectors of earlier contacts that were needed for the first time, by contact
 */
public record Considered(Reading reading, Linking linking, String vector, Map<UUID, String> late) {

    static Considered unlinked(Reading reading) {
        return new Considered(reading, null, null, Map.of());
    }
}
