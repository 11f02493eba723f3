package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A call that goes out. It is noted, so that its later events are understood, and never a contact; therefore without the
 * numbers, which no erasure would find. With the database away it is not even noted: whoever dials does not wait for that.
 */
@ApplicationScoped
public class OutgoingCall {

    private final CallLog calls;
    private final PhoneConfig config;

    public OutgoingCall(CallLog calls, PhoneConfig config) {
        this.calls = calls;
        this.config = config;
    }

    /** May be repeated, and told after the end. */
    public void begun(String client, String callId, Instant at) {
        within(() -> calls.noted(outgoing(client, callId, at)).first());
    }

    /** May be repeated, and told before the beginning. */
    public void ended(String client, String callId, Instant at) {
        within(() -> calls.over(outgoing(client, callId, at), at));
    }

    private static Call outgoing(String client, String callId, Instant at) {
        return Call.started(client, callId, null, null, "out", null, null, null, at);
    }

    private void within(Supplier<Boolean> work) {
        var ignored = Deadline.in(config.storeDeadline()).await(Deadline.begin(work), config.storeDeadline());
    }
}
