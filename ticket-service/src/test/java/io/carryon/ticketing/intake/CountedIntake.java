package io.carryon.ticketing.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.assignment.CountedWaiting;
import io.carryon.ticketing.calls.CountedCalls;
import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.customers.CustomerGroups;
import io.carryon.ticketing.facts.IssueContacts;
import io.carryon.ticketing.handover.CountedHandovers;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.linking.IssueRoutes;
import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.promises.CountedPromises;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.sla.CountedClocks;
import io.carryon.ticketing.ticket.TicketNumbers;
import io.carryon.ticketing.ticket.Tickets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The intake as the service has it, whose own statements are counted. */
@ApplicationScoped
class CountedIntake {

    private final FollowUps followUps;
    private final MergedTickets merged;
    private final StaffMails staff;
    private final TicketNumbers numbers;
    private final Routing routing;
    private final Event<TicketLog.Appended> appended;
    private final TransactionSynchronizationRegistry transaction;
    private final CountedCalls calls;
    private final CountedClocks clocks;
    private final CountedPromises promises;
    private final CountedWaiting waiting;
    private final CountedHandovers handovers;
    private final ObjectMapper json;
    private final Clock clock;

    CountedIntake(
            FollowUps followUps,
            MergedTickets merged,
            StaffMails staff,
            TicketNumbers numbers,
            Routing routing,
            Event<TicketLog.Appended> appended,
            TransactionSynchronizationRegistry transaction,
            CountedCalls calls,
            CountedClocks clocks,
            CountedPromises promises,
            CountedWaiting waiting,
            CountedHandovers handovers,
            ObjectMapper json,
            Clock clock) {
        this.followUps = followUps;
        this.merged = merged;
        this.staff = staff;
        this.numbers = numbers;
        this.routing = routing;
        this.appended = appended;
        this.transaction = transaction;
        this.calls = calls;
        this.clocks = clocks;
        this.promises = promises;
        this.waiting = waiting;
        this.handovers = handovers;
        this.json = json;
        this.clock = clock;
    }

    TicketIntake over(DataSource counted) {
        List<LogProjection> projections = List.of(
                new IssueContacts(counted), clocks.keeper(counted), promises.keeper(counted), waiting.list(counted));
        var outlooks = promises.outlooks(counted, clocks.waiting(counted));
        var log = new TicketLog(
                counted, List.of(handovers.lapses(counted)), projections, outlooks, null, json, appended, transaction);
        return new TicketIntake(
                new Inbox(counted, null, clock),
                new Tickets(counted),
                new IssueRoutes(counted),
                new CustomerGroups(counted),
                numbers,
                routing,
                new Conversation(counted),
                new ContactEntries(json, clock),
                calls.offers(counted),
                calls.following(counted, log),
                followUps,
                merged,
                new MailPeople(new Participants(() -> 20, counted), new IssueRoutes(counted)),
                staff,
                log,
                new ContactToTicketTime(new SimpleMeterRegistry(), clock));
    }
}
