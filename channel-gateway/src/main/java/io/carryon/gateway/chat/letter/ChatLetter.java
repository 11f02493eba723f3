package io.carryon.gateway.chat.letter;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.reply.letter.AnswerLetter;
import io.carryon.gateway.reply.letter.LetterWords;
import java.time.Instant;
import java.util.List;

/** Answers of a chat as a mail to the address that its visitor gave. */
final class ChatLetter {

    private ChatLetter() {}

    /** @param unread in the order said, at least one */
    static ReplyRequested of(ChatSession session, List<ReplyRequested> unread, Instant now) {
        var words = LetterWords.of("chat.letter", session.language());
        return AnswerLetter.of(
                unread,
                session.visitor().email(),
                session.visitor().name(),
                words.frame(words.say("opening"), unread.getLast().author(), words.say("closing")),
                now);
    }
}
