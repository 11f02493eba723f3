package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import java.util.List;
import java.util.stream.Stream;

/** A question that one key answers; who presses none comes to the same step without one. */
final class KeyQuestion {

    private KeyQuestion() {}

    /**
     * A question whose step comes to know the caller's place in the menu and the queue, and whatever more is named: pairs
     * of a name and a value, which may be null.
     */
    static List<Verb> ask(
            TwilioRequest request,
            String step,
            WalkState state,
            String queue,
            int timeoutSec,
            List<Verb> spoken,
            Object... more) {
        var named = Stream.concat(Stream.of("q", queue), Stream.of(more)).toArray();
        return ask(new VoiceUrls(request).step(step, state, named), timeoutSec, spoken);
    }

    /** What came back from a question about a place in the menu and a queue; {@code key} is empty when none was pressed. */
    record Answer(String key, WalkState state, String queue) {

        static Answer of(TwilioRequest request) {
            return new Answer(pressed(request), VoiceUrls.state(request.query()), request.queue());
        }
    }

    static List<Verb> ask(String action, int timeoutSec, List<Verb> spoken) {
        return List.of(
                Verb.of(
                                "Gather",
                                "input",
                                "dtmf",
                                "action",
                                action,
                                "method",
                                "POST",
                                "numDigits",
                                1,
                                "finishOnKey",
                                "",
                                "timeout",
                                timeoutSec,
                                "actionOnEmptyResult",
                                true)
                        .around(spoken),
                Verb.redirect(action));
    }

    /** The key pressed, or nothing. */
    static String pressed(TwilioRequest request) {
        return request.told().first("Digits").orElse("");
    }
}
