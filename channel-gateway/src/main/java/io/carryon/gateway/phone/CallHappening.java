package io.carryon.gateway.phone;

import java.time.Instant;

/** One thing that happens in a call, from its start to its end and, for recordings, after it. */
public sealed interface CallHappening {

    /** The caller came to a node of the menu. */
    record MenuPassed(String node) implements CallHappening {}

    /** The caller typed or chose something; sensitive values are masked before they are stored. */
    record InputGiven(String name, String value, boolean sensitive) implements CallHappening {}

    /** What the caller said, as the speech recognition heard it. */
    record Said(String text) implements CallHappening {}

    /** The self-service solved what the caller wanted; {@code what} says it in a few words. */
    record SelfServiceResolved(String what) implements CallHappening {}

    /** The person put the caller on hold; reason and end may be null. */
    record Held(String reason, Instant until) implements CallHappening {}

    /** The person is back from the hold. */
    record Resumed() implements CallHappening {}

    /** The caller was handed on to another number, queue or person. */
    record Transferred(String to) implements CallHappening {}

    /** There is a recording at this address; without the caller's consent nothing of it is kept. */
    record Recorded(String recordingId, String url, Integer durationSec, boolean consent, Kind kind)
            implements CallHappening {

        /** What was recorded. */
        public enum Kind {
            CALL,
            VOICEMAIL
        }
    }

    /** What was said in a recording; the language is a BCP 47 tag or null. */
    record Transcribed(String recordingId, String text, String language) implements CallHappening {}
}
