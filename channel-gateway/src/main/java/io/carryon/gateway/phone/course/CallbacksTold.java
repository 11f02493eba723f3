package io.carryon.gateway.phone.course;

import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.callback.CallbackNews;
import io.carryon.gateway.phone.CallLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells of every contact's callbacks on the topic on which calls are told, which staff's side follows for any contact. */
@ApplicationScoped
class CallbacksTold implements CallbackNews {

    private final CallLog calls;
    private final CallChanges changes;
    private final OwedByCall owed;

    CallbacksTold(CallLog calls, CallChanges changes, OwedByCall owed) {
        this.calls = calls;
        this.changes = changes;
        this.owed = owed;
    }

    @Override
    public void owe(Callback callback, String state) {
        calls.ofContact(callback.contactId())
                .ifPresentOrElse(
                        call -> changes.add(CallChanged.callback(call, callback, state)),
                        () -> changes.addOfOther(CallChanged.callback(callback, state)));
    }

    @Override
    public void publish(UUID contactId) {
        owed.publish(contactId);
    }
}
