package io.carryon.profile.recognition.memory;

import io.carryon.profile.recognition.reading.Reading;
import java.time.Instant;

/**
 * What a later text of a contact said, such as the transcript of its recording.
 *
 * @param at when the text came
 * @param meaning at most {@value RememberedContact#LONGEST_MEANING} characters
 * @param numbers as in {@link RememberedContact#numbers()}
 */
public record Heard(Instant at, String meaning, String language, String numbers) {

    public static Heard of(Instant at, Reading reading) {
        return new Heard(
                at,
                RememberedContact.bounded(reading.meaning()),
                reading.language(),
                RememberedContact.written(reading.numbers()));
    }
}
