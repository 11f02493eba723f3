package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import java.util.List;

/** What stands between the answer to a caller and the queue: their consent to a recording, where it is wanted. */
final class Waiting {

    private Waiting() {}

    /** {@code estimateSec} is how long it is said to take, or null. */
    static List<Verb> begin(TwilioRequest request, WalkState state, String queue, Integer estimateSec) {
        return request.connection().recordWithConsent()
                ? ConsentStep.ask(request, state, queue, estimateSec)
                : List.of(Queueing.enqueue(request, state, queue, null, estimateSec));
    }
}
