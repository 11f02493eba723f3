package io.carryon.profile.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.problem.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An act as it is kept, for ever: who asked for what and what came of it.
 *
 * @param answer what the caller was or will be answered; null until it is carried out, or when it was refused
 * @param refusal why it could not be done, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActRecord(
        UUID id,
        String kind,
        UUID subject,
        Instant at,
        Actor by,
        Map<String, Object> request,
        Map<String, Object> answer,
        Refusal refusal) {

    /** A problem below 500, or that the others cannot be told of it; as it was answered. */
    public record Refusal(int status, String type, String title, String detail) {

        static Refusal of(ProblemException e) {
            return new Refusal(e.status(), e.type(), e.title(), e.getMessage());
        }
    }

    static ActRecord of(Act act) {
        return new ActRecord(act.id(), act.kind(), act.subject(), act.at(), act.by(), act.request(), null, null);
    }

    static String documentId(UUID act) {
        return "act:" + act;
    }

    Act act() {
        return new Act(id, kind, subject, at, by, request);
    }

    /** Whether the same was asked for; who asks, what and about whom is in the id already. */
    boolean isFor(Act act) {
        return new HashMap<>(request).equals(new HashMap<>(act.request()));
    }

    boolean isDone() {
        return answer != null || refusal != null;
    }

    /** The answer of an act that is done, or its refusal thrown as it was the first time. */
    Map<String, Object> outcome() {
        if (refusal != null) {
            throw ProblemException.of(refusal.status(), refusal.type(), refusal.title(), refusal.detail());
        }
        return answer;
    }
}
