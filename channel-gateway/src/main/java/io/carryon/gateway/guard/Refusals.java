package io.carryon.gateway.guard;

import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How somebody is turned away: with the remedy and the way to a person, for who is no bot. */
@ApplicationScoped
class Refusals {

    private static final String FRESH = "Get a fresh challenge, solve it and send the form again.";

    private final MeterRegistry metrics;
    private final String human;

    Refusals(MeterRegistry metrics, HumanConfig human) {
        this.metrics = metrics;
        this.human = human.phone()
                .map(phone -> " A person helps you at " + phone + ".")
                .or(() -> human.email().map(email -> " A person helps you at " + email + "."))
                .orElse("");
    }

    ProblemException tooMany(String door, Duration wait) {
        return ProblemException.tooMany(
                "Send it again after Retry-After, %d seconds from now.%s"
                        .formatted(seconds(wait), counted(door, "too-many-requests")),
                Duration.ofSeconds(seconds(wait)));
    }

    ProblemException filledHoneypot(String door) {
        return refused(door, "not-a-person", "Leave the hidden field empty and send the form again.");
    }

    ProblemException noProof(String door) {
        return refused(door, "proof-missing", "Get a challenge, solve it and send it along as the proof.");
    }

    ProblemException wrongProof(String door) {
        return refused(door, "proof-wrong", FRESH);
    }

    ProblemException lateProof(String door) {
        return refused(door, "proof-expired", FRESH);
    }

    ProblemException usedProof(String door) {
        return refused(door, "proof-used", FRESH);
    }

    ProblemException tooFast(String door, Duration wait) {
        return refused(door, "too-fast", "Send the same again after %d ms.".formatted(wait.toMillis()));
    }

    private ProblemException refused(String door, String type, String remedy) {
        return ProblemException.of(403, type, "This does not look like a person", remedy + counted(door, type));
    }

    private String counted(String door, String reason) {
        metrics.counter("carryon.guard.refused", "door", door, "reason", reason).increment();
        return human;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
