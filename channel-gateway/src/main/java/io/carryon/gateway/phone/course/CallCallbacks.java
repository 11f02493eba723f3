package io.carryon.gateway.phone.course;

import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.callback.CallbackBook;
import io.carryon.gateway.callback.CallbackWish;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The callbacks that callers ask for in a call, which they keep when they hang up. */
@ApplicationScoped
public class CallCallbacks {

    private final CallLog calls;
    private final PersonRequests requests;
    private final CallbackBook book;
    private final CallChanges changes;
    private final CallbacksTold told;
    private final Clock clock;

    CallCallbacks(
            CallLog calls,
            PersonRequests requests,
            CallbackBook book,
            CallChanges changes,
            CallbacksTold told,
            Clock clock) {
        this.calls = calls;
        this.requests = requests;
        this.book = book;
        this.changes = changes;
        this.told = told;
        this.clock = clock;
    }

    /** A call, the callback and whether it is new. */
    public record Asked(Call call, Callback callback, boolean first) {}

    /**
     * Books a slot for the caller, at another number if one is given; 422 when neither can be dialled, 409 when no slot
     * has room.
     */
    @Transactional
    public Asked book(Call heard, String otherNumber, Instant notBefore, Instant notAfter) {
        var known = calls.noted(heard).call();
        if (known.course().erased()) {
            throw CallLog.ended(heard);
        }
        var number = CallerNumber.dialable(otherNumber == null ? known.customerNumber() : otherNumber)
                .orElseThrow(() -> ProblemException.unprocessable(
                        "callback-number",
                        "The number cannot be dialled. Say the sentence, take another by keypad and send it as number.",
                        List.of(new Problem.FieldError("/number", "must be a number that can be dialled"))));
        // Who calls back needs the contact, whether or not the end of the call is ever told.
        var call = known.isTriggered()
                ? known
                : requests.trigger(known, known.triggered(Call.CALLBACK, clock.instant(), List.of(), Map.of()));
        var booked = book.book(new CallbackWish(call.contactId(), ticketOf(call), number, notBefore, notAfter));
        booked.replaced().forEach(this::replaced);
        if (booked.changed()) {
            changes.add(CallChanged.callback(call, booked.callback(), booked.first() ? "requested" : "moved"));
        }
        return new Asked(call, booked.callback(), booked.first());
    }

    private void replaced(Callback callback) {
        told.owe(callback, "cancelled");
    }

    /**
     * The contact belongs to this ticket by now, and its callback with it; of two about one ticket the one asked for last
     * stays. {@code moved} when it belonged to another ticket before.
     */
    @Transactional
    public void tie(UUID contactId, UUID ticketId, boolean moved) {
        calls.hold(new UUID[] {contactId});
        book.tie(contactId, ticketId, moved).forEach(this::replaced);
    }

    /** Ends the live callback; the one that was ended before when it is told again; empty when there never was one. */
    @Transactional
    public Optional<Asked> cancel(UUID contactId) {
        return calls.ofContact(contactId).flatMap(this::cancel);
    }

    private Optional<Asked> cancel(Call call) {
        var cancelled = book.cancel(call.contactId(), ticketOf(call));
        cancelled.ifPresent(callback -> changes.add(CallChanged.callback(call, callback, "cancelled")));
        return cancelled.or(() -> book.latest(call.contactId())).map(callback -> new Asked(call, callback, false));
    }

    private static UUID ticketOf(Call call) {
        return call.ticket() == null ? null : call.ticket().id();
    }
}
