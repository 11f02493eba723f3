package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Language;

/**
 * A reply before it goes out, with what its rules ask about.
 *
 * @param language the customer's
 * @param customerName null when nobody knows it
 * @param problem what the customer presented
 * @param first whether it is the ticket's first reply
 * @param promises whether the customer is told by when they hear from us again
 */
record ReplyDraft(
        String text, Language language, String customerName, String problem, boolean first, boolean promises) {

    private static final int OPENING = 600;

    /** How it begins: where the question is restated, and B has its place before C. */
    String opening() {
        return text.substring(0, Math.min(text.length(), OPENING));
    }
}
