package io.carryon.gateway.reply;

import java.util.UUID;

/** Another process took this reply over meanwhile; it must not be sent from here any more. */
public final class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLost(UUID replyId) {
        super("Reply " + replyId + " was taken over by another process");
    }
}
