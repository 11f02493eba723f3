package io.carryon.ticketing.intake;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import java.time.Instant;
import java.util.Optional;

/** Tells staff why a ticket fills with mails: the gateway lets a storm of one sender's mails go on with one contact. */
final class StormNote {

    private static final String TEXT =
            "More mails came from this sender within minutes than anybody reads. The further ones"
                    + " stand in this ticket instead of opening one each, and none of them is answered automatically.";

    private StormNote() {}

    /** A note at the first mail that goes on with another's contact; every other mail opens its own. */
    static Optional<Entry> of(RecognizedContact event, Ticket ticket, Instant now) {
        var contact = event.contact();
        if (contact.channel() != Channel.EMAIL || contact.sequence() != 1) {
            return Optional.empty();
        }
        var id = Generators.timeBasedEpochGenerator().generate();
        ticket.note(new TicketEvent.Noted(id, null), Actor.SYSTEM, now);
        return Optional.of(Entry.note(id, ticket.id(), ticket.position(), Actor.SYSTEM, TEXT, now));
    }
}
