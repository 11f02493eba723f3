package io.carryon.gateway.phone.course;

import io.carryon.gateway.phone.Call;

/** How a call that is over came out, in the words of the contract. */
final class CallOutcome {

    static final String ANSWERED = "answered";
    static final String VOICEMAIL = "voicemail";
    static final String RESOLVED = "resolved";
    static final String CALLBACK = "callback";
    static final String ABANDONED_IN_QUEUE = "abandoned-in-queue";
    static final String ABANDONED_IN_MENU = "abandoned-in-menu";

    private CallOutcome() {}

    /** Whether the caller gave up. */
    static boolean isAbandoned(String outcome) {
        return ABANDONED_IN_QUEUE.equals(outcome) || ABANDONED_IN_MENU.equals(outcome);
    }

    /**
     * The best of what happened counts: a person, else a voicemail. Who asked for a person and got neither gave up, whatever
     * the self-service had solved before; else the self-service counts, else the callback.
     */
    static String of(Call call) {
        if (call.course().answeredAt() != null) {
            return ANSWERED;
        }
        if (call.course().voicemail()) {
            return VOICEMAIL;
        }
        if (call.wantsPerson()) {
            return ABANDONED_IN_QUEUE;
        }
        if (call.course().resolved() != null) {
            return RESOLVED;
        }
        return Call.CALLBACK.equals(call.trigger()) ? CALLBACK : ABANDONED_IN_MENU;
    }
}
