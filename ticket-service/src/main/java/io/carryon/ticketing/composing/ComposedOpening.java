package io.carryon.ticketing.composing;

import io.carryon.ticketing.conversation.ReplyOpening;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.wording.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Opens a first reply that does not restate the question with the proposal's greeting, question and acknowledgement. */
@ApplicationScoped
class ComposedOpening implements ReplyOpening {

    private static final RestatesTheQuestion RULE = new RestatesTheQuestion();

    private final Situations situations;

    ComposedOpening(Situations situations) {
        this.situations = situations;
    }

    @Override
    public Optional<String> before(Ticket ticket, String text, Actor author) {
        var situation = situations.of(ticket);
        return RULE.missing(ReplyLint.draft(situation, text, false))
                .map(lacks -> Composer.opening(situation, situation.language(), author.name()))
                .filter(opening -> Template.places(opening).isEmpty());
    }
}
