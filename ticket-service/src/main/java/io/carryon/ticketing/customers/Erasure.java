package io.carryon.ticketing.customers;

import io.carryon.ticketing.calls.CallErasure;
import io.carryon.ticketing.deadletters.LetterErasure;
import io.carryon.ticketing.ticket.ContactTexts;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a customer out of the tickets and the dead letters. The first page goes with the event, the rest soon after in
 * transactions of their own: one for all tickets of a large customer would hold their locks, and the outbox, too long.
 */
@ApplicationScoped
class Erasure {

    /** No topic keeps its events longer. */
    private static final Duration ON_THE_WAY = Duration.ofDays(30);

    private final ErasedCustomers erased;
    private final TicketErasure tickets;
    private final LetterErasure letters;
    private final CallErasure calls;
    private final List<ContactTexts> contactTexts;
    private final Clock clock;

    Erasure(
            ErasedCustomers erased,
            TicketErasure tickets,
            LetterErasure letters,
            CallErasure calls,
            @All List<ContactTexts> contactTexts,
            Clock clock) {
        this.erased = erased;
        this.tickets = tickets;
        this.letters = letters;
        this.calls = calls;
        this.contactTexts = contactTexts;
        this.clock = clock;
    }

    /** Erases everybody the change names, in the caller's transaction; again when they are erased, nothing happens. */
    void erase(CustomerChanged change, String correlation) {
        var customers = new HashSet<>(change.members());
        customers.add(change.customerId());
        var named = new HashSet<>(customers);
        named.addAll(change.contacts());
        letters.erase(named, keys(customers));
        calls.erase(change.contacts());
        contactTexts.forEach(kept -> kept.erase(change.contacts()));
        var erasure = erased.remember(change, customers, correlation);
        // Tickets are found by their customer: further events of the act bring nothing but more contacts.
        if (change.isFirst()) {
            page(erasure);
        }
    }

    /** Goes on with erasures that took more than one page. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseTheRest() {
        var found = true;
        while (found) {
            found = QuarkusTransaction.requiringNew().call(this::nextPage);
        }
    }

    /** Erases what was received before its customer was erased and came here after: its way is another one. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseTheLate() {
        QuarkusTransaction.requiringNew()
                .run(() -> erased.lookForTheLate(clock.instant().minus(ON_THE_WAY)));
        eraseTheRest();
    }

    private boolean nextPage() {
        var next = erased.next();
        next.ifPresent(this::page);
        return next.isPresent();
    }

    private void page(ErasedCustomers.Waiting erasure) {
        if (!tickets.erasePage(erasure)) {
            erased.isDone(erasure);
        }
    }

    /** What recognition makes of a customer's contact has the customer as its key. */
    private static List<String> keys(Set<UUID> customers) {
        return customers.stream().map(UUID::toString).toList();
    }
}
