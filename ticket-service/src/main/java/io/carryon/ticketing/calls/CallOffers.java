package io.carryon.ticketing.calls;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.agents.Availability;
import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.ticket.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Takes calls in with their contacts and offers those whose callers want a person: to the owner of the ticket
 * if they are available, then to those who serve the queue, whoever has been idle longest first. Three statements for a
 * batch, in its transaction, and one when nobody wants a person.
 */
@ApplicationScoped
public class CallOffers {

    private static final ManyRows<Row> ROWS = new ManyRows<>(
                    "ticketing.phone_call",
                    column("contact_id", "uuid", row -> row.call().contactId()),
                    column("revision", "integer", row -> 0),
                    column("state", "text", Row::state),
                    column("call_id", "text", row -> row.call().callId()),
                    column("caller", "text", row -> row.call().caller()),
                    column("queue", "text", row -> row.call().queue()),
                    column("question", "json", row -> row.call().question()),
                    column("arrived_at", "timestamptz", row -> row.call().arrivedAt()),
                    column("offered_at", "timestamptz", Row::offeredAt),
                    column("position", "integer", Row::position),
                    column("estimated_wait_sec", "integer", Row::estimatedWaitSec))
            .unlessThere();

    /**
     * A call as it comes in.
     *
     * @param trigger what made it a contact
     * @param queue of its ticket
     * @param owner of its ticket, or null
     * @param question what to ask the caller, as JSON, or null
     */
    public record Incoming(
            UUID contactId,
            String callId,
            String caller,
            String trigger,
            String queue,
            String owner,
            String question,
            Instant arrivedAt) {

        CallState state() {
            return CallState.ofTrigger(trigger);
        }

        boolean wantsAPerson() {
            return state() == CallState.waiting;
        }
    }

    private record Row(Incoming call, Offer offer, Instant now) {

        CallState state() {
            return call.state();
        }

        Instant offeredAt() {
            return offer == null ? null : now;
        }

        Integer position() {
            return offer == null ? null : offer.position();
        }

        Integer estimatedWaitSec() {
            return offer == null ? null : offer.estimatedWaitSec();
        }
    }

    /**
     * What is made of calls as they come in.
     *
     * @param offers by contact
     * @param early what was told of them before, in its order, to be followed once they stand on their tickets
     */
    public record Taken(Map<UUID, Offer> offers, List<Arrived<CallChanged>> early) {}

    private final DataSource database;
    private final EarlyEvents<CallChanged> early;
    private final Availability availability;
    private final QueueWaits waits;
    private final CallConfig config;
    private final Clock clock;

    CallOffers(
            DataSource database,
            EarlyEvents<CallChanged> early,
            Availability availability,
            QueueWaits waits,
            CallConfig config,
            Clock clock) {
        this.database = database;
        this.early = early;
        this.config = config;
        this.availability = availability;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Keeps the calls, and offers those whose callers still wait: not one that was told to be answered or over before
     * its contact came here, nor one that came longer ago than anybody waits, as after an outage.
     */
    public Taken take(List<Incoming> calls) {
        if (calls.isEmpty()) {
            return new Taken(Map.of(), List.of());
        }
        var told = early.take(calls.stream().map(Incoming::contactId).toList());
        var settled = told.stream()
                .map(Arrived::data)
                .filter(CallChanged::endsWaiting)
                .map(CallChanged::contactId)
                .collect(Collectors.toSet());
        var now = clock.instant();
        var longAgo = now.minus(config.longestWait());
        var offers = offers(calls.stream()
                .filter(Incoming::wantsAPerson)
                .filter(call -> !settled.contains(call.contactId()))
                .filter(call -> call.arrivedAt().isAfter(longAgo))
                .toList());
        ROWS.insert(
                database,
                calls.stream()
                        .map(call -> new Row(call, offers.get(call.contactId()), now))
                        .toList());
        return new Taken(offers, told);
    }

    private Map<UUID, Offer> offers(List<Incoming> wanting) {
        if (wanting.isEmpty()) {
            return Map.of();
        }
        var queues = wanting.stream().map(Incoming::queue).collect(Collectors.toSet());
        var owners = wanting.stream()
                .filter(call -> call.owner() != null)
                .map(call -> new Availability.Wanted(call.owner(), call.queue()))
                .toList();
        var available = availability.forCalls(queues, owners, Offer.MOST_TARGETS);
        var situations = new HashMap<>(waits.of(queues));
        var offers = new HashMap<UUID, Offer>();
        for (var call : wanting) {
            var situation = situations
                    .getOrDefault(call.queue(), QueueWaits.Situation.EMPTY)
                    .andOne();
            situations.put(call.queue(), situation);
            offers.put(
                    call.contactId(), new Offer(targets(call, available), situation.waiting(), situation.estimate()));
        }
        return offers;
    }

    private static List<Offer.Target> targets(Incoming call, List<Availability.Reachable> available) {
        var ofQueue = available.stream()
                .filter(one -> call.queue().equals(one.queue()))
                .toList();
        var owner =
                ofQueue.stream().filter(one -> one.byName() && one.agent().id().equals(call.owner()));
        var serving = ofQueue.stream().filter(one -> !one.byName());
        return Stream.concat(owner, serving)
                .map(Availability.Reachable::agent)
                .map(agent -> new Offer.Target(agent.id(), agent.extension(), agent.sipUri()))
                .distinct()
                .limit(Offer.MOST_TARGETS)
                .toList();
    }
}
