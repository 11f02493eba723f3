package io.carryon.ticketing.composing;

import java.util.Optional;

/** One thing that no reply should lack. */
interface LintRule {

    /** Its name, the same for ever. */
    String name();

    /** What the reply lacks and what to do about it; empty when it lacks nothing. */
    Optional<String> missing(ReplyDraft draft);

    /** The detail, when something is missing. */
    static Optional<String> when(boolean missing, String detail) {
        return missing ? Optional.of(detail) : Optional.empty();
    }
}
