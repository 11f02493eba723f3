package io.carryon.gateway.callback;

import java.util.UUID;

/** Tells staff's side what became of callbacks. */
public interface CallbackNews {

    /** Owes it to the broker, in the caller's transaction; {@code state} is requested, moved, cancelled or offered. */
    void owe(Callback callback, String state);

    /** Publishes at once, after the commit, what is owed of the contact; what the broker does not take a job tries again. */
    void publish(UUID contactId);
}
