package io.carryon.ticketing.audit;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Times;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the trail is narrowed to; everything given must hold. */
public class AuditFilter {

    @QueryParam("who")
    @Size(max = 100)
    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
    @Parameter(description = "Subject of the token of a member of staff", example = "agent-1")
    String who;

    @QueryParam("kind")
    @Pattern(regexp = "[A-Za-z_-]{0,40}", message = "must be the type of an event or the kind of a setting")
    @Parameter(description = "The type of an event or the kind of a setting, as in kind", example = "STATUS_CHANGED")
    String kind;

    @QueryParam("since")
    @Size(max = 40)
    @Parameter(description = "At or after", example = "2026-06-01T00:00:00Z")
    String since;

    @QueryParam("until")
    @Size(max = 40)
    @Parameter(description = "Before", example = "2026-07-01T00:00:00Z")
    String until;

    Instant from() {
        return time("since", since);
    }

    Instant to() {
        return time("until", until);
    }

    String staff() {
        return who == null || who.isEmpty() ? null : who;
    }

    String kindAsked() {
        return kind == null || kind.isEmpty() ? null : kind;
    }

    /** Tells this filter from others, so that a cursor is used with its own. */
    String fingerprint() {
        return "audit %s %s %s %s".formatted(staff(), kindAsked(), from(), to());
    }

    private static Instant time(String name, String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        try {
            return Times.storable(Instant.parse(given)).orElseThrow(() -> wrong(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    private static ProblemException wrong(String name) {
        return ProblemException.invalid(name, "must be a time like 2026-06-01T00:00:00Z");
    }
}
