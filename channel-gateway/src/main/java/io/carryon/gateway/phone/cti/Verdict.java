package io.carryon.gateway.phone.cti;

/** What the telephone system shall do with the call it told of. */
sealed interface Verdict {

    /** Go on. */
    record Proceed() implements Verdict {}

    /** The caller is blocked: answer with busy. */
    record Reject() implements Verdict {}

    /** Call this number, and show that one. */
    record Dial(String callerId, String number) implements Verdict {}
}
