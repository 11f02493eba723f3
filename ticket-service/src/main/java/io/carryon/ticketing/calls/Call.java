package io.carryon.ticketing.calls;

import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.CallEvent.CallAgent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the phone has told of a contact; who may change it holds its ticket's lock. */
@Entity
@Table(name = "phone_call")
class Call {

    @Id
    private UUID contactId;

    private int revision;

    @Enumerated(EnumType.STRING)
    private CallState state;

    private String caller;
    private String queue;

    @Column
    private Instant arrivedAt;

    private Instant offeredAt;
    private String agentId;

    @Column
    private String agentExtension;

    @Column
    private String agentName;

    private Instant answeredAt;

    @Column
    private String holdReason;

    @Column
    private Instant holdUntil;

    @Column
    private String transferredTo;

    @Column
    private Instant endedAt;

    private String outcome;
    private String cause;
    private Integer waitSec;
    private Integer talkSec;

    protected Call() {}

    /** A call whose contact came before calls were kept. */
    Call(UUID contactId, Instant arrivedAt) {
        this.contactId = contactId;
        this.state = CallState.waiting;
        this.arrivedAt = arrivedAt;
    }

    /** Takes note that a change is told; false when it is not news. */
    boolean isTold(CallChanged change) {
        if (change.revision() <= revision) {
            return false;
        }
        revision = change.revision();
        caller = change.caller() == null ? caller : change.caller();
        return true;
    }

    /** The caller waits (again): in the queue it was offered to, or else where the phone wanted it to go. */
    void waits(String wanted) {
        if (endedAt == null) {
            state = CallState.waiting;
            queue = queue == null ? wanted : queue;
        }
    }

    /** Somebody answered; told late, after the end, it still was so. */
    void answered(CallAgent agent, Instant at, Integer toldWait) {
        state = endedAt != null ? CallState.ended : CallState.answered;
        agentId = agent.id();
        agentExtension = agent.extension();
        agentName = agent.name();
        waitSec = answeredAt != null ? waitSec : toldWait != null ? toldWait : waited(at);
        answeredAt = answeredAt == null ? at : answeredAt;
        resumed();
    }

    /** The caller is on hold; told late, after the end, they are not any more. */
    void held(String reason, Instant until) {
        if (!state.isOver()) {
            holdReason = reason == null ? "" : reason;
            holdUntil = until;
        }
    }

    void resumed() {
        holdReason = null;
        holdUntil = null;
    }

    void transferred(String to) {
        transferredTo = to;
        resumed();
    }

    void ended(CallChanged change) {
        state = CallState.ofOutcome(change.outcome(), answeredAt != null);
        endedAt = change.at();
        outcome = change.outcome();
        cause = change.cause();
        waitSec = change.waitSec() == null ? waitSec : change.waitSec();
        talkSec = change.talkSec() != null ? change.talkSec() : talked(change.at());
        resumed();
    }

    private Integer waited(Instant at) {
        return offeredAt == null ? null : seconds(offeredAt, at);
    }

    private Integer talked(Instant at) {
        return answeredAt == null ? null : seconds(answeredAt, at);
    }

    /** Clocks of phones and ours differ: nothing takes less than no time. */
    private static Integer seconds(Instant from, Instant to) {
        return Math.clamp(Duration.between(from, to).toSeconds(), 0, Integer.MAX_VALUE);
    }

    UUID contactId() {
        return contactId;
    }

    CallState state() {
        return state;
    }

    boolean wasAnswered() {
        return answeredAt != null;
    }

    Integer waitSec() {
        return waitSec;
    }

    /** What the ticket's history says of the end. */
    CallEvent.CallEnded end() {
        return new CallEvent.CallEnded(
                contactId, offeredAt == null ? null : queue, agentId, outcome, cause, waitSec, talkSec);
    }
}
