package io.carryon.gateway.phone.course;

import io.carryon.gateway.callback.CallbackBook;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallEntry;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The end of a call, once, with what came of it. Who gave up before reaching a person is a contact too. */
@ApplicationScoped
public class CallEnds {

    private final CallLog calls;
    private final PersonRequests requests;
    private final CallHappenings happenings;
    private final CallChanges changes;
    private final CallEntries entries;
    private final CallbackBook callbacks;
    private final Sql sql;

    public CallEnds(
            CallLog calls,
            PersonRequests requests,
            CallHappenings happenings,
            CallChanges changes,
            CallEntries entries,
            CallbackBook callbacks,
            Sql sql) {
        this.calls = calls;
        this.requests = requests;
        this.happenings = happenings;
        this.changes = changes;
        this.entries = entries;
        this.callbacks = callbacks;
        this.sql = sql;
    }

    /** Notes the end; a second one changes nothing. {@code cause} as the telephone system names it, or null. */
    @Transactional
    public Call add(Call told, Instant at, String cause) {
        var known = calls.noted(told).call();
        if (known.endedAt() != null) {
            return known;
        }
        if (leavesNothing(known)) {
            return forgotten(known, at);
        }
        var trigger = known.course().resolved() == null ? Call.HANGUP : Call.RESOLVED;
        var ended = known.isTriggered()
                ? known
                : requests.trigger(known, known.triggered(trigger, at, List.of(), Map.of()));
        return over(ended, at, cause);
    }

    /** Solved by the self-service without a word or a recording: nobody has to read about it. */
    private boolean leavesNothing(Call call) {
        return !call.isTriggered()
                && call.course().resolved() != null
                && !entries.hasAny(call.contactId())
                && callbacks.live(call.contactId(), null).isEmpty()
                && happenings.completed(call).said() == null;
    }

    // What is no contact is out of reach of an erasure, so the caller is not kept.
    private Call forgotten(Call call, Instant at) {
        calls.forget(new UUID[] {call.contactId()}, at);
        happenings.forget(new UUID[] {call.contactId()});
        return sql.first(
                        "update phone_call set outcome = ? where contact_id = ? returning *",
                        calls::call,
                        CallOutcome.RESOLVED,
                        call.contactId())
                .orElseThrow();
    }

    private Call over(Call call, Instant at, String cause) {
        var outcome = CallOutcome.of(call);
        var over = sql.first(
                        "update phone_call set ended_at = ?, cause = ?, outcome = ? where contact_id = ? returning *",
                        calls::call,
                        at,
                        cause,
                        outcome,
                        call.contactId())
                .orElseThrow();
        changes.add(CallChanged.ended(over, at, cause, outcome));
        if (CallOutcome.isAbandoned(outcome)) {
            offerCallback(over);
        }
        if (CallOutcome.ABANDONED_IN_QUEUE.equals(outcome)) {
            var waited = Math.max(0, Duration.between(over.wantedAt(), at).toSeconds());
            entries.add(
                    over,
                    CallEntry.Kind.ABANDONED,
                    "end",
                    at,
                    "The caller hung up after waiting %d s for a person.".formatted(waited),
                    null,
                    null);
        }
        return over;
    }

    private void offerCallback(Call call) {
        if (call.isOutbound()) {
            return;
        }
        CallerNumber.dialable(call.customerNumber())
                .flatMap(number -> callbacks.offer(call.contactId(), ticketOf(call), number))
                .ifPresent(offer -> changes.add(CallChanged.callback(call, offer, "offered")));
    }

    private static UUID ticketOf(Call call) {
        return call.ticket() == null ? null : call.ticket().id();
    }

    /** What was learned after the end may change what came of it; the caller holds the call's row. */
    void reconsider(Call call) {
        var outcome = CallOutcome.of(call);
        if (call.endedAt() == null || outcome.equals(call.course().outcome())) {
            return;
        }
        var over = sql.first(
                        "update phone_call set outcome = ? where contact_id = ? returning *",
                        calls::call,
                        outcome,
                        call.contactId())
                .orElseThrow();
        entries.takeBack(over, CallEntry.Kind.ABANDONED);
        changes.add(CallChanged.ended(over, over.endedAt(), over.course().cause(), outcome));
        callbacks
                .withdraw(over.contactId())
                .ifPresent(offer -> changes.add(CallChanged.callback(over, offer, "cancelled")));
    }
}
