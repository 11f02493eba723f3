package io.carryon.ticketing.letters;

import io.carryon.ticketing.composing.Placeholder;
import io.carryon.ticketing.composing.Situation;
import io.carryon.ticketing.composing.Situations;
import io.carryon.ticketing.conversation.LetterFrames;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.ReplyFrame;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;

/** Frames replies by their queue and the customer's language, signed as their author signs. */
@ApplicationScoped
class Letters implements LetterFrames {

    private final Situations situations;
    private final LetterStore store;

    Letters(Situations situations, LetterStore store) {
        this.situations = situations;
        this.store = store;
    }

    @Override
    public ReplyFrame around(Ticket ticket, String text, Instant nextUpdateBy, Actor author) {
        var situation = situations.of(ticket);
        var language = situation.language();
        var known = new HashMap<>(situation.known(author.name(), language));
        if (nextUpdateBy != null) {
            known.put(Placeholder.NEXT_UPDATE_BY.key(), Situation.date(nextUpdateBy, language));
        }
        var signature = store.signature(author.id()).content();
        known.put(FrameText.SIGNATURE, signature == null ? author.name() : signature);
        return FrameText.around(
                text, store.frame(ticket.state().queue()).content().in(language), known, language);
    }
}
