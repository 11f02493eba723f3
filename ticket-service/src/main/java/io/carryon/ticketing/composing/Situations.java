package io.carryon.ticketing.composing;

import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.promises.PresentOutlooks;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.understanding.Understandings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Finds what a reply can be made of, in the caller's transaction. */
@ApplicationScoped
public class Situations {

    private final Conversation conversation;
    private final Understandings understandings;
    private final PresentOutlooks outlooks;
    private final Clock clock;

    Situations(Conversation conversation, Understandings understandings, PresentOutlooks outlooks, Clock clock) {
        this.conversation = conversation;
        this.understandings = understandings;
        this.outlooks = outlooks;
        this.clock = clock;
    }

    public Situation of(Ticket ticket) {
        return new Situation(
                ticket,
                understandings.of(ticket.id()).orElse(null),
                conversation.presented(ticket.id()).orElse(null),
                outlooks.of(ticket.id(), ticket.state(), clock.instant())
                        .filter(Outlook::promised)
                        .orElse(null));
    }
}
