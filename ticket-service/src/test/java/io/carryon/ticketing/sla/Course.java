package io.carryon.ticketing.sla;

import static io.carryon.ticketing.calendar.CalendarFixtures.berlin;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ClockKind;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The course of one ticket, as its log tells it; times are what the clock in Berlin shows. */
final class Course {

    private static final Actor MARIA = Actor.customer(UUID.randomUUID().toString(), "Maria Weber");
    private static final Actor ADA = Actor.staff("agent-1", "Ada");

    private final UUID id = UUID.randomUUID();
    private final List<Happening> log = new ArrayList<>();
    private TicketStatus status = TicketStatus.NEW;
    private Priority priority = Priority.NORMAL;
    private String queue = "support";
    private Channel channel = Channel.EMAIL;
    private String tier;

    static Course ofTicket() {
        return new Course();
    }

    Course by(Channel other) {
        channel = other;
        return this;
    }

    Course ofTier(String other) {
        tier = other;
        return this;
    }

    Course opened(String at) {
        return opened(berlin(at));
    }

    Course opened(Instant at) {
        return happened(
                new TicketEvent.Opened(id, id, channel, null, null, at, null, tier, null), TicketStatus.NEW, MARIA, at);
    }

    Course customerWrites(String at) {
        return customerWrites(berlin(at), berlin(at));
    }

    Course customerWrites(Instant received, Instant at) {
        return happened(added(received, false), status.onCustomerMessage(), MARIA, at);
    }

    Course afterthought(String at) {
        return happened(added(berlin(at), true), status, MARIA, berlin(at));
    }

    private TicketEvent.ContactAdded added(Instant received, boolean afterthought) {
        return new TicketEvent.ContactAdded(id, id, channel, status, received, null, tier, afterthought, false, null);
    }

    Course replied(String at) {
        return replied(berlin(at));
    }

    Course replied(Instant at) {
        return happened(reply(), working(), ADA, at);
    }

    Course systemReplies(String at) {
        return happened(reply(), status, Actor.SYSTEM, berlin(at));
    }

    Course answeredByPhone(String at) {
        return happened(
                new CallEvent.CallAnswered(id, new CallEvent.CallAgent(null, "12", null), 9),
                working(),
                Actor.SYSTEM,
                berlin(at));
    }

    Course noted(String at) {
        return happened(new TicketEvent.Noted(id, null), status, ADA, berlin(at));
    }

    Course moved(TicketStatus to, String at) {
        return moved(to, berlin(at));
    }

    Course moved(TicketStatus to, Instant at) {
        return happened(change(to), to, ADA, at);
    }

    private TicketEvent change(TicketStatus to) {
        return new TicketEvent.Merged(id, "100004", to, null);
    }

    Course into(String otherQueue, Priority other, Instant at) {
        var before = queue;
        queue = otherQueue;
        priority = other;
        return happened(new TicketEvent.Assigned(null, null, queue, before, null), status, ADA, at);
    }

    Course told(TicketEvent event, Instant at) {
        return happened(event, status, Actor.SYSTEM, at);
    }

    List<Happening> log() {
        return List.copyOf(log);
    }

    TicketStatus status() {
        return status;
    }

    TicketClocks clocks() {
        var clocks = TicketClocks.NONE;
        for (var happening : log) {
            clocks = clocks.after(happening);
        }
        return clocks;
    }

    /** What the last clock of a kind shows. */
    ClockReading shown(ClockKind kind, SlaRules rules) {
        return clocks().clocks().reversed().stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .map(rules::read)
                .orElseThrow();
    }

    private TicketStatus working() {
        return status == TicketStatus.NEW ? TicketStatus.OPEN : status;
    }

    private TicketEvent.Replied reply() {
        return new TicketEvent.Replied(
                id, id, channel, "support", null, null, "", null, List.of(), null, null, null, null);
    }

    private Course happened(TicketEvent event, TicketStatus after, Actor by, Instant at) {
        status = after;
        var state = new TicketState("100004", id, id, "May", status, queue, null, priority, at);
        log.add(new Happening(id, log.size() + 1, event, state, by, at));
        return this;
    }
}
