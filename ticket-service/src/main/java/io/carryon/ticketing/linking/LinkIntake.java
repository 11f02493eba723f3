package io.carryon.ticketing.linking;

import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes words on contacts, each once and only as far as it is the latest: the contact moves in the transaction that
 * remembers the word. A word about a contact that is not here yet is kept, and looked at again until the contact is.
 */
@ApplicationScoped
public class LinkIntake {

    private static final Logger LOG = Logger.getLogger(LinkIntake.class);
    private static final String CONSUMER = "contact.linked";
    private static final int WAITING = 100;

    private final Inbox inbox;
    private final ContactLinks links;
    private final ContactMove move;

    LinkIntake(Inbox inbox, ContactLinks links, ContactMove move) {
        this.inbox = inbox;
        this.links = links;
        this.move = move;
    }

    /** Takes a batch in order, all of it or nothing. */
    @Transactional
    void take(List<Arrived<ContactLinked>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The link names no contact, customer or issue, or nobody who made it");
        }
        inbox.firstSeen(CONSUMER, events).forEach(event -> take(event.data().act(event.correlation())));
    }

    /** Takes one word in the caller's transaction. */
    public void take(LinkAct act) {
        if (links.remember(act)) {
            apply(act);
        }
    }

    /** A contact may come while its word is taken: neither transaction sees the other. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        QuarkusTransaction.requiringNew()
                .call(() -> links.whoseContactIsHere(WAITING))
                .forEach(this::lookAgainAt);
    }

    /** One that cannot be done now must not hold up the others. */
    private void lookAgainAt(UUID contactId) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> links.lockWaiting(contactId).ifPresent(this::apply));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The link of contact %s is tried again in a moment", contactId);
        }
    }

    private void apply(LinkAct act) {
        if (move.carryOut(act)) {
            links.isDone(act.contactId());
        }
    }
}
