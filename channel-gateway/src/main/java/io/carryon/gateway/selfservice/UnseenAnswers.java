package io.carryon.gateway.selfservice;

import io.carryon.gateway.reply.ReplyRequested;
import java.util.List;
import java.util.UUID;

/** What becomes of answers that customers do not see in their requests. */
public interface UnseenAnswers {

    /** Keeps an answer, once, until it is seen or went another way; without effect where there is no other way. */
    void keep(ReplyRequested answer);

    /** The customer's browser is shown these messages of the request. */
    void seen(UUID contactId, List<UUID> messages);

    /** Those of these messages that are still kept. */
    List<UUID> kept(List<UUID> messages);
}
