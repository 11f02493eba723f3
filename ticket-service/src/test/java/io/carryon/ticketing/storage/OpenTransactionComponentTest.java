package io.carryon.ticketing.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketNumber;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A caller who forgets the transaction is refused before anything is written, instead of losing half of it later. */
@QuarkusTest
class OpenTransactionComponentTest {

    @Inject
    Inbox inbox;

    @Inject
    Tickets tickets;

    @BeforeAll
    static void open() {
        Line.open();
    }

    @Test
    void anEventIsNotRememberedWithoutItsEffect() {
        var events = List.of(new Arrived<>(UUID.randomUUID().toString(), "path", "data"));

        refused(() -> inbox.firstSeen("test", events));

        assertThat(QuarkusTransaction.requiringNew().call(() -> inbox.firstSeen("test", events)))
                .isEqualTo(events);
    }

    @Test
    void aTicketIsNotStoredWithoutItsLog() {
        var ticket = Ticket.open(
                UUID.randomUUID(),
                TicketNumber.ofSerial(99_999),
                new ContactArrival(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Channel.EMAIL,
                        UUID.randomUUID(),
                        Set.of(),
                        "Maria Weber",
                        UUID.randomUUID(),
                        null,
                        "Invoice",
                        Instant.EPOCH,
                        null,
                        null,
                        false,
                        false,
                        Instant.EPOCH),
                "support",
                null);

        refused(() -> tickets.storeNew(List.of(ticket)));

        assertThat(tickets.findByIdOptional(ticket.id())).isEmpty();
    }

    @Test
    void aTicketIsNotLockedForNobody() {
        refused(() -> tickets.lockedLatestOfIssues(List.of(UUID.randomUUID())));
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(IllegalStateException.class).hasMessageContaining("transaction");
    }
}
