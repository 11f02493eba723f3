package io.carryon.gateway.phone.course;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What makes a call a contact, once, with all that was told of it before. */
@ApplicationScoped
public class PersonRequests {

    private final CallLog calls;
    private final CallHappenings happenings;
    private final CallChanges changes;

    public PersonRequests(CallLog calls, CallHappenings happenings, CallChanges changes) {
        this.calls = calls;
        this.happenings = happenings;
        this.changes = changes;
    }

    /** Notes the request for a person, once; 409 when the call ended before it. */
    @Transactional
    public CallLog.Noted add(Call call) {
        var known = calls.noted(call).call();
        if (known.isLost()) {
            throw CallLog.ended(call);
        }
        if (known.wantsPerson()) {
            return new CallLog.Noted(known, false);
        }
        if (known.isTriggered()) {
            var wanted = calls.wanted(known, call.triggeredAt());
            changes.add(CallChanged.waiting(wanted));
            return new CallLog.Noted(wanted, true);
        }
        return new CallLog.Noted(trigger(known, call), true);
    }

    /** Makes the call, whose row the caller holds, a contact for the reason that is told. */
    Call trigger(Call known, Call told) {
        var complete = known.course().eventful() ? happenings.completed(told) : told;
        // That the caller waits is what the contact's trigger says.
        return calls.trigger(complete);
    }
}
