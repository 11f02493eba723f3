package io.carryon.gateway.selfservice;

import io.carryon.gateway.act.CustomerAct;
import io.carryon.gateway.act.CustomerActs;
import io.carryon.gateway.callback.CallbackConfig;
import io.carryon.gateway.callback.ContactCallbacks;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** What customers do on a request beside writing. Each is durable when it returns, and done once for its key. */
@ApplicationScoped
public class PortalActs {

    private static final int SLOTS = 40;

    private final PortalRequests requests;
    private final PortalStore store;
    private final CustomerActs acts;
    private final ContactCallbacks callbacks;
    private final CallbackConfig hours;
    private final HumanConfig human;
    private final Clock clock;

    PortalActs(
            PortalRequests requests,
            PortalStore store,
            CustomerActs acts,
            ContactCallbacks callbacks,
            CallbackConfig hours,
            HumanConfig human,
            Clock clock) {
        this.requests = requests;
        this.store = store;
        this.acts = acts;
        this.callbacks = callbacks;
        this.hours = hours;
        this.human = human;
        this.clock = clock;
    }

    /** The customer says that it is done, for a reason or null. */
    public PortalAnswers.ActTaken close(Viewer viewer, String typed, String reason, IdempotencyKey key) {
        var request = requests.known(viewer, typed);
        return taken(request, CustomerAct.closed(request.contactId(), Channel.PORTAL, reason), key);
    }

    /** The customer says that it is not done after all, for a reason or null. */
    public PortalAnswers.ActTaken reopen(Viewer viewer, String typed, String reason, IdempotencyKey key) {
        var request = requests.known(viewer, typed);
        return taken(request, CustomerAct.reopened(request.contactId(), Channel.PORTAL, reason), key);
    }

    /** The customer wants a person, for a reason or null. */
    public PortalAnswers.ActTaken handoff(Viewer viewer, String typed, String reason, IdempotencyKey key) {
        var request = requests.known(viewer, typed);
        return taken(request, CustomerAct.handoff(request.contactId(), Channel.PORTAL, reason), key);
    }

    /** The customer's score of 1 to 5 for how it ended; 409 as long as it has not. The last one of an end counts. */
    @Transactional
    public PortalAnswers.ActTaken rate(Viewer viewer, String typed, int score, String comment, IdempotencyKey key) {
        var request = requests.known(viewer, typed);
        if (!store.rated(request.contactId(), clock.instant())) {
            throw ProblemException.conflict(
                    "not-solved", "It can be rated once it is solved. Until then write what is missing.");
        }
        return taken(request, CustomerAct.rated(request.contactId(), Channel.PORTAL, score, comment), key);
    }

    /** The times in which the customer may be called. */
    public PortalAnswers.Slots slots() {
        return new PortalAnswers.Slots(
                hours.zone().getId(),
                callbacks.slots(SLOTS).stream()
                        .map(slot -> new PortalAnswers.Slot(slot.notBefore(), slot.notAfter()))
                        .toList());
    }

    /** Books a call about the request, or moves the one that is booked; 409 when no time within these has room. */
    public PortalAnswers.BookedCallback callBack(
            Viewer viewer, String typed, String number, Instant notBefore, Instant notAfter) {
        var request = requests.known(viewer, typed);
        var booked = callbacks
                .book(request.contactId(), request.ticketId(), number, notBefore, notAfter)
                .callback();
        return new PortalAnswers.BookedCallback(booked.number(), booked.notBefore(), booked.notAfter());
    }

    /** Ends the callback that is booked; 404 when none is. */
    public void cancelCallback(Viewer viewer, String typed) {
        var request = requests.known(viewer, typed);
        if (!callbacks.cancel(request.contactId(), request.ticketId())) {
            throw ProblemException.notFound("No callback is booked for this request.");
        }
    }

    private PortalAnswers.ActTaken taken(PortalRequest request, CustomerAct act, IdempotencyKey key) {
        var durable = acts.record(key == null ? act : act.withKey(key.value()));
        return new PortalAnswers.ActTaken(
                request.reference().value(), durable.act().wireName(), durable.at(), ContactUs.of(human));
    }
}
