package io.carryon.ticketing.calls;

import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.Sweep;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes what the phone tells of calls, each word once and only as far as it is the latest. A word about a contact that
 * is not here yet is kept, and looked at again until the contact is, for a week.
 */
@ApplicationScoped
public class CallIntake {

    private static final Logger LOG = Logger.getLogger(CallIntake.class);
    private static final String CONSUMER = "call.changed";
    private static final int AT_ONCE = 100;
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String FORGET = """
            delete from ticketing.call_change where (contact_id, revision) in (
                select contact_id, revision from ticketing.call_change where kept_at < ?1
                order by kept_at limit ?2 for update skip locked)""";

    private final Inbox inbox;
    private final EarlyChanges early;
    private final Calls calls;
    private final Tickets tickets;
    private final CallProgress progress;
    private final TicketLog log;
    private final Sweep sweep;
    private final Clock clock;

    CallIntake(
            Inbox inbox,
            EarlyChanges early,
            Calls calls,
            Tickets tickets,
            CallProgress progress,
            TicketLog log,
            Sweep sweep,
            Clock clock) {
        this.inbox = inbox;
        this.early = early;
        this.calls = calls;
        this.tickets = tickets;
        this.progress = progress;
        this.log = log;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Takes a batch in order, all of it or nothing. */
    @Transactional
    public void take(List<Arrived<CallChanged>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The change names no call, revision or time, or not what changed");
        }
        // Tickets are locked before anything is written: so rows of the log stand in the order of the tickets' locks.
        var homes = locked(contacts(events));
        var fresh = inbox.firstSeen(CONSUMER, events);
        fresh.stream()
                .filter(event -> !homes.containsKey(event.data().contactId()))
                .forEach(early::keep);
        follow(homes, fresh);
    }

    /** A contact may come while a word about it is kept: neither transaction sees the other. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        QuarkusTransaction.requiringNew()
                .call(() -> early.whoseContactIsHere(AT_ONCE))
                .forEach(this::lookAgainAt);
    }

    @Scheduled(every = "6h", delayed = "11m")
    void forgetWhatNeverCame() {
        sweep.repeat(FORGET, clock.instant().minus(KEPT));
    }

    /** One that cannot be done now must not hold up the others. */
    private void lookAgainAt(UUID contactId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> follow(locked(List.of(contactId)), List.of()));
        } catch (IllegalStateException | PersistenceException e) {
            LOG.warnf(e, "What the phone told of contact %s is looked at again in a moment", contactId);
        }
    }

    private void follow(Map<UUID, Ticket> homes, List<Arrived<CallChanged>> fresh) {
        if (homes.isEmpty()) {
            return;
        }
        var known =
                calls.locked(homes.keySet()).stream().collect(Collectors.toMap(Call::contactId, Function.identity()));
        var happened = new ArrayList<LoggedEvent>();
        Stream.concat(early.take(homes.keySet()).stream(), fresh.stream())
                .filter(event -> homes.containsKey(event.data().contactId()))
                .forEach(event -> {
                    var change = event.data();
                    var ticket = homes.get(change.contactId());
                    progress.follow(known.computeIfAbsent(change.contactId(), this::unknown), ticket, change);
                    happened.addAll(log.happened(ticket, event.correlation()));
                });
        calls.flush();
        log.append(happened);
    }

    /** A call of a contact that came before calls were kept. */
    private Call unknown(UUID contactId) {
        var call = new Call(contactId, clock.instant());
        calls.persist(call);
        return call;
    }

    /** The tickets that the contacts are on, locked until the transaction ends. */
    private Map<UUID, Ticket> locked(Collection<UUID> contacts) {
        var homes = calls.homes(contacts);
        if (homes.isEmpty()) {
            return Map.of();
        }
        var byId = tickets.locked(homes.values().stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        if (!calls.homes(homes.keySet()).equals(homes)) {
            throw new IllegalStateException("A contact moved meanwhile: look again");
        }
        var found = new HashMap<UUID, Ticket>();
        homes.forEach((contact, ticket) -> found.put(contact, byId.get(ticket)));
        return found;
    }

    private static List<UUID> contacts(List<Arrived<CallChanged>> events) {
        return events.stream().map(event -> event.data().contactId()).distinct().toList();
    }
}
