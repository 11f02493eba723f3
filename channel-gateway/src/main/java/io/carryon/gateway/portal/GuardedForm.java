package io.carryon.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.guard.Guard;
import io.carryon.gateway.guard.GuardedRequest;
import io.carryon.gateway.guard.Solution;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps programs away from the forms that anybody may send. */
@ApplicationScoped
class GuardedForm {

    private final Guard guard;
    private final ObjectMapper json;

    GuardedForm(Guard guard, ObjectMapper json) {
        this.guard = guard;
        this.json = json;
    }

    /**
     * True when a person sent it, as far as a proof of work tells; false when there is none, as from browsers without
     * scripts: what it asks for needs another proof then. 403 and 429 as {@link Guard} says.
     */
    boolean admits(Visit visit, String door, String honeypot, String proof) {
        if (proof == null || proof.isBlank()) {
            guard.admit(door, visit.address());
            if (honeypot != null && !honeypot.isEmpty()) {
                throw refused();
            }
            return false;
        }
        guard.admit(new GuardedRequest(door, visit.address(), honeypot, solution(proof)));
        return true;
    }

    /** The limits alone, for who is signed in or came by a link. */
    void limit(Visit visit, String door) {
        guard.admit(door, visit.address());
    }

    private Solution solution(String proof) {
        try {
            return json.readValue(proof, Solution.class);
        } catch (JsonProcessingException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.of(403, "form-refused", "The form was refused", "Open the page again, or call us.");
    }
}
