package io.carryon.ticketing.understanding;

import io.carryon.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One version of how a customer's matter is understood: staff propose it, the customer confirms or corrects it.
 *
 * @param version counts from 1
 * @param expectation what the customer expects of us, null when nobody said
 * @param desiredOutcome null when nobody said
 */
public record Understanding(
        int version,
        State state,
        String problem,
        String expectation,
        DesiredOutcome desiredOutcome,
        Actor by,
        Instant at) {

    /** How far it is agreed on. */
    public enum State {
        /** Staff think so. */
        PROPOSED,
        /** The customer says it is so. */
        CONFIRMED,
        /** The customer said how it really is. */
        CORRECTED
    }

    static Understanding first(String problem, String expectation, DesiredOutcome outcome, Actor by, Instant at) {
        return new Understanding(1, State.PROPOSED, problem, expectation, outcome, by, at);
    }

    /** Another proposal; the same again is this one. */
    Understanding proposed(
            String newProblem, String newExpectation, DesiredOutcome newOutcome, Actor who, Instant when) {
        return says(newProblem, newExpectation, newOutcome)
                ? this
                : new Understanding(version + 1, State.PROPOSED, newProblem, newExpectation, newOutcome, who, when);
    }

    /** The customer says it is so; what they corrected themselves stays theirs. */
    Understanding confirmed(Actor who, Instant when) {
        return state == State.PROPOSED
                ? new Understanding(version + 1, State.CONFIRMED, problem, expectation, desiredOutcome, who, when)
                : this;
    }

    /** The customer says how it really is, whatever they said before; what is null stays as it was. */
    Understanding corrected(
            String newProblem, String newExpectation, DesiredOutcome newOutcome, Actor who, Instant when) {
        var right = new Understanding(
                version + 1,
                State.CORRECTED,
                newProblem == null ? problem : newProblem,
                newExpectation == null ? expectation : newExpectation,
                newOutcome == null ? desiredOutcome : newOutcome,
                who,
                when);
        return state == State.CORRECTED && says(right.problem, right.expectation, right.desiredOutcome) ? this : right;
    }

    private boolean says(String aProblem, String anExpectation, DesiredOutcome anOutcome) {
        return problem.equals(aProblem) && Objects.equals(expectation, anExpectation) && desiredOutcome == anOutcome;
    }

    /** Its parts by their names, for the audit trail. */
    Map<String, String> parts() {
        var parts = new TreeMap<String, String>();
        parts.put("problem", problem);
        if (expectation != null) {
            parts.put("expectation", expectation);
        }
        if (desiredOutcome != null) {
            parts.put("desiredOutcome", desiredOutcome.name());
        }
        return parts;
    }
}
