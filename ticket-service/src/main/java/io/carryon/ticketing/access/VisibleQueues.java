package io.carryon.ticketing.access;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What whoever is signed in may see and work on. What lies in another's queue is left out of lists, counts and streams;
 * asked for by its id or number it is 403, not 404: numbers are counted up and ids are passed on among colleagues, so
 * that it exists is no secret, and an agent must not tell a customer that their ticket does not.
 */
@ApplicationScoped
public class VisibleQueues {

    private final Restrictions restrictions;
    private final QueueAccessStore store;
    private final SignedIn signedIn;

    VisibleQueues(Restrictions restrictions, QueueAccessStore store, SignedIn signedIn) {
        this.restrictions = restrictions;
        this.store = store;
        this.signedIn = signedIn;
    }

    /** The queues that are to be left out, in their order; for most people none. */
    public List<String> hidden() {
        return restrictions.hiddenFrom(Caller.of(signedIn)).stream().sorted().toList();
    }

    /** The same as an array, for statements that leave them out. */
    public String[] hiddenNames() {
        return hidden().toArray(String[]::new);
    }

    /** 403 when the queue is another's. */
    public void require(String queue) {
        if (hidden().contains(queue)) {
            throw foreign();
        }
    }

    /** 403 when the ticket is in another's queue; one that is not there is found missing later. */
    public void requireTicket(UUID id) {
        require(id, store::queueOfTicket);
    }

    /** 403 when the contact's ticket is in another's queue. */
    void requireContact(UUID id) {
        require(id, store::queueOfContact);
    }

    /** 403 when the callback's ticket is in another's queue. */
    void requireCallback(UUID id) {
        require(id, store::queueOfCallback);
    }

    private void require(UUID id, Function<UUID, Optional<String>> queueOf) {
        if (!hidden().isEmpty()) {
            QuarkusTransaction.requiringNew().call(() -> queueOf.apply(id)).ifPresent(this::require);
        }
    }

    private static ProblemException foreign() {
        return ProblemException.of(
                403,
                "foreign-queue",
                "This is in a queue that is not yours",
                "Ask an admin to list you, or one of your roles, for the queue.");
    }
}
