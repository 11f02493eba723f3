package io.carryon.ticketing.webhooks;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts to a receiver and waits for its answer. */
@FunctionalInterface
interface Receiver {

    /** The answer: its status, and how long the receiver wants to be left alone if it says so. */
    record Answer(int status, Optional<Duration> retryAfter) {}

    Answer post(URI url, Map<String, String> headers, byte[] body) throws DeliveryException, InterruptedException;
}
