package io.carryon.ticketing.calls;

import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.inbox.EarlyRounds;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.ticket.Ticket;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what the phone tells of calls, each word once and only as far as it is the latest. A word about a contact that
 * is not here yet is kept, and looked at again until the contact is, for a week.
 */
@ApplicationScoped
public class CallIntake {

    private static final String CONSUMER = "call.changed";
    private static final String BURIED = "carryon.calls.buried";

    private final Inbox inbox;
    private final EarlyEvents<CallChanged> early;
    private final EarlyRounds rounds;
    private final CallFollowing following;

    CallIntake(Inbox inbox, EarlyEvents<CallChanged> early, EarlyRounds rounds, CallFollowing following) {
        this.inbox = inbox;
        this.early = early;
        this.rounds = rounds;
        this.following = following;
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

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        rounds.lookAgain(early, BURIED, contactId -> follow(following.locked(List.of(contactId)), List.of()));
    }

    @Scheduled(every = "6h", delayed = "11m")
    void forgetWhatNeverCame() {
        rounds.forgetWhatNeverCame(early);
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
