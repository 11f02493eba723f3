package io.carryon.ticketing.ticket;

import static io.carryon.ticketing.ticket.TicketFixtures.ADA;
import static io.carryon.ticketing.ticket.TicketFixtures.NOON;
import static io.carryon.ticketing.ticket.TicketFixtures.contactAbout;
import static io.carryon.ticketing.ticket.TicketFixtures.newTicket;
import static io.carryon.ticketing.ticket.TicketFixtures.thanksAbout;
import static io.carryon.ticketing.ticket.TicketFixtures.ticketThatIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketTest {

    @Test
    void openingLeavesTheFirstEventWithTheStateItLedTo() {
        var ticket = newTicket();

        assertThat(ticket.takeHappenings()).singleElement().satisfies(happening -> {
            assertThat(happening.revision()).isEqualTo(1);
            assertThat(happening.event()).isInstanceOf(TicketEvent.Opened.class);
            assertThat(happening.after().status()).isEqualTo(TicketStatus.NEW);
            assertThat(happening.actor().kind()).isEqualTo(Actor.Kind.CUSTOMER);
        });
        assertThat(ticket.takeHappenings()).isEmpty();
    }

    @Test
    void aTicketAfterAClosedOneRemembersItAndItsPriority() {
        var closed = ticketThatIs(TicketStatus.CLOSED);
        var next = Ticket.open(
                UUID.randomUUID(),
                TicketNumber.ofSerial(10_001),
                contactAbout(closed.state().issueId()),
                "support",
                closed);

        assertThat(next.previousTicketId()).isEqualTo(closed.id());
        assertThat(next.state().priority()).isEqualTo(closed.state().priority());
    }

    @Test
    void aMessageOpensAResolvedTicketAgainAndSaysWhatItWas() {
        var ticket = ticketThatIs(TicketStatus.RESOLVED);

        ticket.addContact(contactAbout(ticket.state().issueId()));

        assertThat(ticket.state().status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.takeHappenings())
                .singleElement()
                .satisfies(happening -> assertThat(happening.event())
                        .isInstanceOfSatisfying(
                                TicketEvent.ContactAdded.class,
                                added -> assertThat(added.statusBefore()).isEqualTo(TicketStatus.RESOLVED)));
    }

    @Test
    void theFirstReplyBeginsTheWork() {
        var ticket = newTicket();

        ticket.reply(TicketFixtures.reply(), ADA, NOON);

        assertThat(ticket.state().status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.revision()).isEqualTo(2);
        assertThat(ticket.updatedAt()).isEqualTo(NOON);
    }

    @Test
    void aClosedTicketTakesNotesAndARatingButNoRepliesAndNoOwner() {
        var ticket = ticketThatIs(TicketStatus.CLOSED);

        ticket.note(new TicketEvent.Noted(UUID.randomUUID(), null), ADA, NOON);
        ticket.rate(new TicketEvent.Rated(2, null, null), ADA, NOON);

        assertThatThrownBy(() -> ticket.reply(TicketFixtures.reply(), ADA, NOON))
                .isInstanceOf(IllegalMoveException.class);
        assertThatThrownBy(() -> ticket.assign("agent-1", "support", ADA, NOON))
                .isInstanceOf(IllegalMoveException.class);
        assertThat(ticket.takeHappenings()).hasSize(2);
        assertThat(ticket.rating().score()).isEqualTo(2);
    }

    @Test
    void aMessageOpensAClosedTicketAgainButNoThanksDoes() {
        var thanked = ticketThatIs(TicketStatus.CLOSED);
        var asked = ticketThatIs(TicketStatus.CLOSED);
        var waiting = ticketThatIs(TicketStatus.WAITING_FOR_CUSTOMER);

        thanked.addContact(thanksAbout(thanked.state().issueId()));
        asked.addContact(contactAbout(asked.state().issueId()));
        waiting.addContact(thanksAbout(waiting.state().issueId()));

        assertThat(thanked.state().status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(asked.state().status()).isEqualTo(TicketStatus.OPEN);
        assertThat(waiting.state().status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void doingWhatIsDoneAlreadyLeavesNoEvent() {
        var ticket = ticketThatIs(TicketStatus.OPEN);

        ticket.assign(null, "support", ADA, NOON);
        ticket.rate(new TicketEvent.Rated(4, "Quick.", null), ADA, NOON);
        ticket.takeHappenings();
        ticket.rate(new TicketEvent.Rated(4, "Quick.", null), ADA, NOON);

        assertThat(ticket.takeHappenings()).isEmpty();
    }

    @Test
    void anAssignmentTellsBothOwners() {
        var ticket = ticketThatIs(TicketStatus.OPEN);

        ticket.assign("agent-1", "support", ADA, NOON);
        ticket.assign("agent-2", "billing", ADA, NOON);

        assertThat(ticket.takeHappenings().getLast().event())
                .isEqualTo(new TicketEvent.Assigned("agent-2", "agent-1", "billing", "support", null));
    }
}
