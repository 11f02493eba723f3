package io.carryon.gateway.phone.twilio;

import java.util.List;

/** A question that one key answers; who presses none comes to the same step without one. */
final class KeyQuestion {

    private KeyQuestion() {}

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
