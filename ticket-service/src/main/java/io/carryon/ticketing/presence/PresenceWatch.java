package io.carryon.ticketing.presence;

import io.carryon.ticketing.stream.LiveMessages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells those on a ticket who else is there. Every second, which finds what other instances know and who has gone, and
 * at once after a word here. Told is what differs from what was told last; nothing of it is in the log.
 */
@ApplicationScoped
class PresenceWatch {

    private static final Duration LONG_GONE = Duration.ofMinutes(5);

    /** Told when somebody has said where they are. */
    record Said(UUID ticketId) {}

    /** What is told: who else is on the ticket. */
    record Others(UUID ticketId, List<Other> others) {}

    /** Somebody else. */
    record Other(String agentId, String name, Present.State state) {}

    private record Place(UUID ticketId, String agentId) {}

    private final PresenceStore store;
    private final LiveMessages live;
    private final Clock clock;
    private Map<Place, List<Other>> told = Map.of();

    PresenceWatch(PresenceStore store, LiveMessages live, Clock clock) {
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    void said(@Observes(during = TransactionPhase.AFTER_SUCCESS) Said said) {
        Thread.ofVirtual().name("presence").start(this::look);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void look() {
        var listening = live.listening();
        if (listening.isEmpty()) {
            told = Map.of();
            return;
        }
        var now = clock.instant();
        var seen = others(QuarkusTransaction.requiringNew().call(() -> store.around(listening, now)), listening);
        seen.forEach((place, others) -> {
            if (!others.equals(told.getOrDefault(place, List.of()))) {
                live.tell(place.agentId(), "presence", new Others(place.ticketId(), others));
            }
        });
        told = seen;
    }

    @Scheduled(every = "5m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetWhoHasGone() {
        QuarkusTransaction.requiringNew().run(() -> store.sweep(clock.instant().minus(LONG_GONE)));
    }

    /** For each of those who listen, and each ticket they are on, who else is. */
    static Map<Place, List<Other>> others(List<Present> present, Set<String> listening) {
        var byTicket = present.stream().collect(Collectors.groupingBy(Present::ticketId));
        return present.stream()
                .filter(one -> listening.contains(one.agentId()))
                .collect(Collectors.toMap(
                        one -> new Place(one.ticketId(), one.agentId()),
                        one -> byTicket.get(one.ticketId()).stream()
                                .filter(other -> !other.agentId().equals(one.agentId()))
                                .map(other -> new Other(other.agentId(), other.name(), other.state()))
                                .toList()));
    }
}
