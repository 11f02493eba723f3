package io.carryon.gateway.phone.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.Text;
import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.phone.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of a call, as {@code io.carryon.call.changed.v1}; what is null is left out.
 *
 * @param revision grows with every change of the call; a smaller one is older
 * @param waitSec from the request for a person to the answer, or to the end when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallChanged(
        UUID contactId,
        String callId,
        String connection,
        int revision,
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
        Long waitSec,
        Long talkSec,
        Offer callback) {

    private static final int NUMBER_LIMIT = 256;
    private static final int NAME_LIMIT = 64;
    private static final int WORDS_LIMIT = 200;
    private static final String NO_CALL = "callback";

    /** A callback to this call's caller; state is requested, moved, cancelled or offered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offer(UUID callbackId, String state, String number, Instant notBefore, Instant notAfter) {}

    /** The event's id: the same whenever it is published. */
    UUID id() {
        return ContactId.derive("call-changed", contactId.toString(), Integer.toString(revision));
    }

    /** The caller waits for a person, which the contact's trigger does not say. */
    static CallChanged waiting(Call call) {
        return of(call, "waiting", call.wantedAt(), null, null, null, null, null, null, null, null, null);
    }

    /** A person answered, or another one took over. */
    static CallChanged answered(Call call, Agent agent, Instant at, Instant firstAnsweredAt) {
        var waited = call.wantsPerson() ? seconds(call.wantedAt(), firstAnsweredAt) : null;
        return of(call, "answered", at, agent, null, null, null, null, null, waited, null, null);
    }

    static CallChanged held(Call call, Instant at, String reason, Instant until) {
        return of(call, "held", at, null, reason, until, null, null, null, null, null, null);
    }

    static CallChanged resumed(Call call, Instant at) {
        return of(call, "resumed", at, null, null, null, null, null, null, null, null, null);
    }

    static CallChanged transferred(Call call, Instant at, String to) {
        return of(call, "transferred", at, null, null, null, to, null, null, null, null, null);
    }

    /** The call is over; told again when what is learned later changes its outcome. */
    static CallChanged ended(Call call, Instant at, String cause, String outcome) {
        var answered = call.course().answeredAt();
        var waited = call.wantsPerson() ? seconds(call.wantedAt(), answered == null ? at : answered) : null;
        var talked = answered == null ? null : seconds(answered, at);
        var agent = call.course().answeredBy();
        return of(call, "ended", at, agent, null, null, null, cause, outcome, waited, talked, null);
    }

    /** {@code state} is requested, moved, cancelled or offered, since the time the callback was changed last. */
    static CallChanged callback(Call call, Callback callback, String state) {
        var told =
                new Offer(callback.callbackId(), state, callback.number(), callback.notBefore(), callback.notAfter());
        return of(call, "callback", callback.changedAt(), null, null, null, null, null, null, null, null, told);
    }

    /** The same of a contact that is no call. */
    static CallChanged callback(Callback callback, String state) {
        var told =
                new Offer(callback.callbackId(), state, callback.number(), callback.notBefore(), callback.notAfter());
        return new CallChanged(
                callback.contactId(),
                callback.contactId().toString(),
                NO_CALL,
                0,
                "callback",
                callback.changedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                told);
    }

    private static CallChanged of(
            Call call,
            String change,
            Instant at,
            Agent agent,
            String reason,
            Instant until,
            String to,
            String cause,
            String outcome,
            Long waitSec,
            Long talkSec,
            Offer callback) {
        return new CallChanged(
                call.contactId(),
                call.callId(),
                call.connection(),
                0,
                change,
                at,
                Text.cut(call.customerNumber(), NUMBER_LIMIT),
                Text.cut(call.queueHint(), NAME_LIMIT),
                agent,
                Text.cut(reason, WORDS_LIMIT),
                until,
                Text.cut(to, WORDS_LIMIT),
                Text.cut(cause, NAME_LIMIT),
                outcome,
                waitSec,
                talkSec,
                callback);
    }

    private static Long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
