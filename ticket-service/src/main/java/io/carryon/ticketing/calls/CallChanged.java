package io.carryon.ticketing.calls;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.ticketing.callbacks.CallbackWish;
import io.carryon.ticketing.inbox.EarlyEvents;
import java.time.Instant;
import java.util.UUID;

/**
 * What we read of {@code io.carryon.call.changed.v1}.
 *
 * @param revision grows with each change of the call
 * @param change what happened; one that is not known here changes nothing
 * @param queue where the phone wants the call to go, null when it does not say
 * @param agent who answered; with the end, who answered last
 * @param outcome how it ended, null unless it did
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CallChanged(
        UUID contactId,
        Integer revision,
        String change,
        Instant at,
        String caller,
        String queue,
        Agent agent,
        String reason,
        Instant until,
        String to,
        String cause,
        String outcome,
        Integer waitSec,
        Integer talkSec,
        WishedCallback callback)
        implements EarlyEvents.AboutContact<CallChanged> {

    /** Who answered; any may be null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Agent(String id, String extension, String name) {

        static final Agent NOBODY_KNOWN = new Agent(null, null, null);
    }

    /** A callback as the caller wants it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record WishedCallback(UUID callbackId, String state, String number, Instant notBefore, Instant notAfter) {}

    /** Whether everything is there that a change cannot do without. */
    boolean isComplete() {
        return contactId != null
                && revision != null
                && change != null
                && at != null
                && (!isCallback() || (callback != null && callback.callbackId() != null && callback.state() != null));
    }

    boolean isCallback() {
        return "callback".equals(change);
    }

    /** Whether nobody waits any more for somebody to answer. */
    boolean endsWaiting() {
        return "answered".equals(change) || "ended".equals(change);
    }

    @Override
    public long place() {
        return revision;
    }

    /** The same, saying nothing of who called. */
    @Override
    public CallChanged withoutPerson() {
        var wished = callback == null
                ? null
                : new WishedCallback(
                        callback.callbackId(), callback.state(), null, callback.notBefore(), callback.notAfter());
        return new CallChanged(
                contactId, revision, change, at, null, queue, agent, null, until, null, cause, outcome, waitSec,
                talkSec, wished);
    }

    CallbackWish wish() {
        var number = callback.number() == null ? caller : callback.number();
        return new CallbackWish(
                contactId,
                revision,
                callback.callbackId(),
                callback.state(),
                number,
                callback.notBefore(),
                callback.notAfter(),
                at);
    }
}
