package io.carryon.gateway.reply;

import java.util.UUID;

/** The broker did not acknowledge the outcome; it is kept and reported again. */
public final class OutcomeNotReported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutcomeNotReported(UUID replyId, Throwable cause) {
        super("The broker did not acknowledge the outcome of reply " + replyId, cause);
    }
}
