package io.carryon.ticketing.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.stream.Viewer;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Offer;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferedCallsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:14:03Z");

    private final OfferedCalls offered = new OfferedCalls(null);

    @Test
    void whomTheOfferNamesHearsOfItThoughTheirQueuesAreNotKnownHereYet() {
        var row = offeredTo("ann");

        assertThat(offered.concerns(row, new Viewer("ann", Optional.empty()))).isTrue();
        assertThat(offered.concerns(row, new Viewer("owner", Optional.empty()))).isTrue();
        assertThat(offered.concerns(row, new Viewer("ben", Optional.empty()))).isFalse();
    }

    private static LogRow offeredTo(String agent) {
        var id = UUID.randomUUID();
        var offer = new Offer(List.of(new Offer.Target(agent, "101", null)), 1, null);
        var event = new TicketEvent.Opened(id, id, Channel.PHONE, null, null, NOW, null, null, offer);
        var state =
                new TicketState("T-1", id, id, "Call", TicketStatus.OPEN, "technical", "owner", Priority.NORMAL, NOW);
        return new LogRow(OutboxPosition.START, id, 1, event, state, Actor.SYSTEM, NOW);
    }
}
