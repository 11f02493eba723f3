package io.carryon.ticketing.understanding;

import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shows how the customer of a ticket is listened to, in the caller's transaction. */
@ApplicationScoped
public class AbcViews {

    private final Understandings understandings;
    private final Acknowledgements acknowledgements;
    private final RedAlerts alerts;

    AbcViews(Understandings understandings, Acknowledgements acknowledgements, RedAlerts alerts) {
        this.understandings = understandings;
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
    }

    public AbcView of(Ticket ticket) {
        var understanding = understandings.of(ticket.id()).orElse(null);
        var acknowledgement = acknowledgements.of(ticket.id());
        return new AbcView(
                understanding == null ? null : UnderstandingView.of(understanding),
                acknowledgement.acknowledgedAt(),
                acknowledgement.solvedWithoutAt(),
                warnings(ticket.state().status(), understanding, acknowledgement),
                alert(ticket.id()));
    }

    private AbcView.RedAlert alert(UUID ticketId) {
        return alerts.of(ticketId)
                .map(waiting -> new AbcView.RedAlert(
                        waiting.contactId(), waiting.raisedAt(), waiting.likeness(), waiting.times()))
                .orElse(null);
    }

    private static List<AbcView.Warning> warnings(
            TicketStatus status, Understanding understanding, Acknowledgement acknowledgement) {
        var warnings = new ArrayList<AbcView.Warning>();
        if (understanding != null && understanding.state() == Understanding.State.PROPOSED) {
            warnings.add(AbcView.Warning.NOT_CONFIRMED);
        }
        if (status.isDone() && acknowledgement.solvedWithoutAt() != null) {
            warnings.add(AbcView.Warning.SOLVED_WITHOUT_ACKNOWLEDGEMENT);
        }
        return warnings;
    }
}
