package io.carryon.gateway.phone.cti;

import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.ToldTime;
import io.carryon.gateway.phone.line.AgentAnswer;
import io.carryon.gateway.phone.line.Deadline;
import io.carryon.gateway.phone.line.HangUp;
import io.carryon.gateway.phone.line.OutgoingCall;
import io.carryon.gateway.phone.line.PersonWanted;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a telephone system pushes, as what happens in a call. Events may repeat and overtake each other: a telephone
 * system learns nothing from a refusal, so what is too late to matter is taken without effect.
 */
@ApplicationScoped
public class PushedCalls {

    private static final Verdict PROCEED = new Verdict.Proceed();
    private static final String CALL_ENDED = "call-ended";
    private static final String BLOCKED = "blocked";

    private final PersonWanted wanted;
    private final AgentAnswer answer;
    private final HangUp hangUp;
    private final OutgoingCall outgoing;
    private final CallLog calls;
    private final PhoneConfig config;
    private final ToldTime time;

    public PushedCalls(
            PersonWanted wanted,
            AgentAnswer answer,
            HangUp hangUp,
            OutgoingCall outgoing,
            CallLog calls,
            PhoneConfig config,
            ToldTime time) {
        this.wanted = wanted;
        this.answer = answer;
        this.hangUp = hangUp;
        this.outgoing = outgoing;
        this.calls = calls;
        this.config = config;
        this.time = time;
    }

    /** Returns once it is durable; ContactNotAccepted or 503 when it is not. */
    Verdict take(CtiConnection line, Push push) {
        var deadline = Deadline.in(config.answerDeadline());
        return isOutgoing(line, push, deadline) ? goingOut(line, push) : comingIn(line, push, deadline);
    }

    // A database that does not say in time leaves a call what most are: incoming.
    private boolean isOutgoing(CtiConnection line, Push push, Deadline deadline) {
        return push.direction()
                .map(Push.Direction.OUT::equals)
                // Only what follows a call's first event may leave the direction out.
                .orElseGet(() -> push.event() != Push.Event.NEW_CALL
                        && noted(Call.contactIdOf(line.client(), push.callId()), deadline)
                                .flatMap(found -> found)
                                .filter(Call::isOutbound)
                                .isPresent());
    }

    /** The call's row, or that there is none; empty when the database does not say in time. */
    private Optional<Optional<Call>> noted(UUID contactId, Deadline deadline) {
        return deadline.await(Deadline.begin(() -> calls.ofContact(contactId)), config.storeDeadline());
    }

    private Verdict goingOut(CtiConnection line, Push push) {
        if (push.event() == Push.Event.HANGUP) {
            outgoing.ended(line.client(), push.callId(), time.orNow(null));
        } else {
            outgoing.begun(line.client(), push.callId(), time.orNow(null));
        }
        return push.event() != Push.Event.NEW_CALL
                ? PROCEED
                : line.shownTo(push.to())
                        .<Verdict>map(shown -> new Verdict.Dial(shown, dialable(push.to())))
                        .orElse(PROCEED);
    }

    private Verdict comingIn(CtiConnection line, Push push, Deadline deadline) {
        if (line.blocks(push.from())) {
            return push.event() == Push.Event.NEW_CALL ? new Verdict.Reject() : PROCEED;
        }
        var call = call(line, push);
        var now = time.orNow(null);
        try {
            switch (push.event()) {
                case NEW_CALL -> wanted.note(call.triggered(Call.RINGING, now, List.of(), Map.of()));
                case ANSWER -> answer.answered(deadline, call, answering(push), now);
                case HANGUP -> {
                    if (!isBlockedElsewhere(call, push, deadline)) {
                        hangUp.end(deadline, call, now, push.cause());
                    }
                }
            }
        } catch (ProblemException e) {
            if (!CALL_ENDED.equals(e.type())) {
                throw e;
            }
        }
        return PROCEED;
    }

    /** The telephone system refused the caller itself, and never told of the call before. */
    private boolean isBlockedElsewhere(Call call, Push push, Deadline deadline) {
        return push.is(BLOCKED)
                && noted(call.contactId(), deadline).filter(Optional::isEmpty).isPresent();
    }

    private static Agent answering(Push push) {
        return push.agent() != null ? push.agent() : new Agent(null, push.to() == null ? "unknown" : push.to(), null);
    }

    private Call call(CtiConnection line, Push push) {
        return Call.started(
                line.client(),
                push.callId(),
                push.from(),
                push.to() == null ? null : dialable(push.to()),
                "in",
                null,
                null,
                line.queue(push.queue(), push.to()),
                time.orNow(null));
    }

    private static String dialable(String number) {
        return CallerNumber.dialable(number).orElse(number.strip());
    }
}
