package io.carryon.gateway.portal.letter;

import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.reply.letter.AnswerLetter;
import io.carryon.gateway.reply.letter.LetterWords;
import io.carryon.gateway.selfservice.PortalRequest;
import java.time.Instant;
import java.util.List;

/** Answers to a request as a mail to whoever made it, with the address of its page. */
final class RequestLetter {

    private RequestLetter() {}

    /** @param unseen in the order said, at least one */
    static ReplyRequested of(PortalRequest request, List<ReplyRequested> unseen, String page, Instant now) {
        var words = LetterWords.of("portal.letter", request.language());
        return AnswerLetter.of(
                unseen,
                request.requester().email(),
                request.requester().name(),
                words.frame(
                        words.say("opening", request.reference().value()),
                        unseen.getLast().author(),
                        words.say("closing") + "\n" + page),
                now);
    }
}
