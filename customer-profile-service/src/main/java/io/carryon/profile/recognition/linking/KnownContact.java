package io.carryon.profile.recognition.linking;

import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.reading.Reading;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A contact as linking sees it.
 *
 * @param channel as in the contract, such as {@code phone}
 * @param meaning where its meaning lies; asked for only when it can change the decision
 */
public record KnownContact(UUID id, Instant at, String channel, Reading reading, Supplier<SentenceVector> meaning) {}
