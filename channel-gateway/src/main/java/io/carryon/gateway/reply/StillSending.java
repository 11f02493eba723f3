package io.carryon.gateway.reply;

import java.util.UUID;

/** Another consumer is sending this reply right now; its outcome will be known in a moment. */
final class StillSending extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StillSending(UUID replyId) {
        super("Reply " + replyId + " is being sent");
    }
}
