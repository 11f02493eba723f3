package io.carryon.ticketing.calls;

import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.Sweep;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.ticket.Ticket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    /** About a minute's. */
    private static final int ATTEMPTS = 60;

    private static final Duration KEPT = Duration.ofDays(7);

    private static final String FORGET = """
            delete from ticketing.call_change where (contact_id, revision) in (
                select contact_id, revision from ticketing.call_change where kept_at < ?1
                order by kept_at limit ?2 for update skip locked)""";

    private final Inbox inbox;
    private final EarlyChanges early;
    private final CallFollowing following;
    private final Sweep sweep;
    private final Counter buried;
    private final Clock clock;

    CallIntake(
            Inbox inbox, EarlyChanges early, CallFollowing following, Sweep sweep, MeterRegistry metrics, Clock clock) {
        this.inbox = inbox;
        this.early = early;
        this.following = following;
        this.sweep = sweep;
        this.buried = metrics.counter("carryon.calls.buried");
        this.clock = clock;
    }

    /** Takes a batch in order, all of it or nothing. */
    @Transactional
    public void take(List<Arrived<CallChanged>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The change names no call, revision or time, or not what changed");
        }
        // Tickets are locked before anything is written: so rows of the log stand in the order of the tickets' locks.
        var homes = following.locked(CallFollowing.contacts(events));
        var here = inbox.firstSeen(CONSUMER, events).stream()
                .collect(Collectors.partitioningBy(
                        event -> homes.containsKey(event.data().contactId())));
        early.keep(here.get(false));
        follow(homes, here.get(true));
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

    /** One that cannot be done now must not hold up the others: it is the last of them next time. */
    private void lookAgainAt(UUID contactId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> follow(following.locked(List.of(contactId)), List.of()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "What the phone told of contact %s is looked at again in a moment", contactId);
            var lost = QuarkusTransaction.requiringNew().call(() -> early.isHard(contactId, ATTEMPTS));
            if (!lost.isEmpty()) {
                LOG.errorf(e, "What the phone told of contact %s, revisions %s, is buried", contactId, lost);
                buried.increment(lost.size());
            }
        }
    }

    private void follow(Map<UUID, Ticket> homes, List<Arrived<CallChanged>> fresh) {
        if (!homes.isEmpty()) {
            following.follow(
                    homes,
                    Stream.concat(early.take(homes.keySet()).stream(), fresh.stream())
                            .toList());
        }
    }
}
