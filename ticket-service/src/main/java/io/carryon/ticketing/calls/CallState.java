package io.carryon.ticketing.calls;

import java.util.Set;

/** Where a call stands, spelled as on the wire. */
public enum CallState {
    /** Its caller wants a person and nobody has answered. */
    waiting,
    /** Somebody speaks with the caller, or has them on hold. */
    answered,
    /** Over, and somebody spoke with the caller. */
    ended,
    /** Over before anybody answered, in the menu or in the queue. */
    abandoned,
    /** Over: the caller left a message. */
    voicemail,
    /** The menu did what the caller wanted, a callback perhaps. */
    resolved;

    /** Why a caller is put through to a person. */
    private static final Set<String> WANTS_A_PERSON = Set.of("dtmf0", "speech", "no-input", "max-retries", "ringing");

    boolean isOver() {
        return this != waiting && this != answered;
    }

    /** Where the call stands of whose contact this is the trigger, null where the gateway named none. */
    static CallState ofTrigger(String trigger) {
        return switch (trigger) {
            case null -> ended;
            case "hangup" -> abandoned;
            case "voicemail" -> voicemail;
            case "resolved", "callback" -> resolved;
            default -> WANTS_A_PERSON.contains(trigger) ? waiting : ended;
        };
    }

    /** Where a call stands that ended so. */
    static CallState ofOutcome(String outcome, boolean wasAnswered) {
        return switch (outcome) {
            case "abandoned-in-menu", "abandoned-in-queue" -> wasAnswered ? ended : abandoned;
            case "voicemail" -> voicemail;
            case "resolved" -> resolved;
            case "callback" -> wasAnswered ? ended : resolved;
            case null, default -> wasAnswered || "answered".equals(outcome) ? ended : abandoned;
        };
    }
}
