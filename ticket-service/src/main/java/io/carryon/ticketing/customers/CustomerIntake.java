package io.carryon.ticketing.customers;

import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.linking.LinkIntake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes changes of customers, each once: groups, contacts that go back to those set free, and erasures. */
@ApplicationScoped
public class CustomerIntake {

    private static final String CONSUMER = "customer.changed";

    private final Inbox inbox;
    private final CustomerGroups groups;
    private final LinkIntake links;
    private final Erasure erasure;

    CustomerIntake(Inbox inbox, CustomerGroups groups, LinkIntake links, Erasure erasure) {
        this.inbox = inbox;
        this.groups = groups;
        this.links = links;
        this.erasure = erasure;
    }

    /** Takes a batch in order, all of it or nothing. */
    @Transactional
    public void take(List<Arrived<CustomerChanged>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The change names no customer, or not what happened when");
        }
        inbox.firstSeen(CONSUMER, events).forEach(event -> take(event.data(), event.correlation()));
    }

    private void take(CustomerChanged change, String correlation) {
        if (change.change() == CustomerChanged.Change.erased) {
            erasure.erase(change, correlation);
            return;
        }
        groups.follow(change);
        change.moves(correlation).forEach(links::take);
    }
}
