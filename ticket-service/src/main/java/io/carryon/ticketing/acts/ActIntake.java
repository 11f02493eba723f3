package io.carryon.ticketing.acts;

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
 * Takes what customers did, each act once. An act about a contact that is not here yet is kept, and looked at again until
 * the contact is, for a week.
 */
@ApplicationScoped
public class ActIntake {

    private static final String CONSUMER = "customer.acted";
    private static final String BURIED = "carryon.acts.buried";

    private final Inbox inbox;
    private final EarlyEvents<CustomerActed> early;
    private final EarlyRounds rounds;
    private final ActHomes homes;
    private final ActFollowing following;

    ActIntake(
            Inbox inbox, EarlyEvents<CustomerActed> early, EarlyRounds rounds, ActHomes homes, ActFollowing following) {
        this.inbox = inbox;
        this.early = early;
        this.rounds = rounds;
        this.homes = homes;
        this.following = following;
    }

    /** Takes a batch in order, all of it or nothing. */
    @Transactional
    public void take(List<Arrived<CustomerActed>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The act names no contact, kind or time, or rates without a score");
        }
        // Tickets are locked before anything is written: so rows of the log stand in the order of the tickets' locks.
        var found = homes.locked(events.stream()
                .map(event -> event.data().contactId())
                .distinct()
                .toList());
        var here = inbox.firstSeen(CONSUMER, events).stream()
                .collect(Collectors.partitioningBy(
                        event -> found.containsKey(event.data().contactId())));
        early.keep(here.get(false));
        follow(found, here.get(true));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        rounds.lookAgain(early, BURIED, contactId -> follow(homes.locked(List.of(contactId)), List.of()));
    }

    @Scheduled(every = "6h", delayed = "12m")
    void forgetWhatNeverCame() {
        rounds.forgetWhatNeverCame(early);
    }

    private void follow(Map<UUID, Ticket> found, List<Arrived<CustomerActed>> fresh) {
        if (!found.isEmpty()) {
            following.follow(
                    found,
                    Stream.concat(early.take(found.keySet()).stream(), fresh.stream())
                            .toList());
        }
    }
}
