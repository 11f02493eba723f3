package io.carryon.gateway.chat;

import io.carryon.gateway.reply.ReplyRequested;

/** What becomes of answers that a visitor does not read in the chat. */
public interface UnreadAnswers {

    /** Keeps an answer, once, until it is read or went another way; false when this visitor has no other way. */
    boolean keep(ChatSession session, ReplyRequested answer);
}
