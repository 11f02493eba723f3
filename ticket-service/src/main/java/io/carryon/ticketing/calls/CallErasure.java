package io.carryon.ticketing.calls;

import io.carryon.ticketing.callbacks.CallbackRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Takes customers out of what the phone told: their numbers, what they were asked, and what staff noted of them. */
@ApplicationScoped
public class CallErasure {

    private final Calls calls;
    private final EarlyChanges early;
    private final CallbackRequests callbacks;

    CallErasure(Calls calls, EarlyChanges early, CallbackRequests callbacks) {
        this.calls = calls;
        this.early = early;
        this.callbacks = callbacks;
    }

    /** In the caller's transaction; states, times and who answered stay. */
    public void erase(Collection<UUID> contacts) {
        calls.erase(contacts);
        early.erase(contacts);
        callbacks.erase(contacts);
    }
}
