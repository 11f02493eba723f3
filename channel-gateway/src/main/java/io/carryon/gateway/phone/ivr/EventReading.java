package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.CallHappening.Recorded;
import io.carryon.gateway.phone.SensitiveInput;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import java.util.List;

/** Reads an event's form as what happened; 400 names the field its type needs, 422 a recording without consent. */
final class EventReading {

    private EventReading() {}

    /** Every type but answer and hangup, which are acts of their own. */
    static CallHappening of(EventForm form) {
        return switch (form.type()) {
            case "menu" -> new CallHappening.MenuPassed(needed(form.node(), "node"));
            case "input" ->
                new CallHappening.InputGiven(
                        needed(form.name(), "name"),
                        needed(form.value(), "value"),
                        Boolean.TRUE.equals(form.sensitive()));
            case "speech" -> {
                var text = needed(form.text(), "text");
                yield new CallHappening.Said(Boolean.TRUE.equals(form.sensitive()) ? SensitiveInput.MASK : text);
            }
            case "selfservice.resolved" -> new CallHappening.SelfServiceResolved(needed(form.what(), "what"));
            case "hold" ->
                form.isOver() ? new CallHappening.Resumed() : new CallHappening.Held(form.reason(), form.until());
            case "transfer" -> new CallHappening.Transferred(needed(form.target(), "target"));
            case "recording" ->
                new Recorded(
                        needed(form.recordingId(), "recordingId"),
                        needed(form.url(), "url"),
                        form.durationSec(),
                        Boolean.TRUE.equals(form.consent()),
                        "voicemail".equals(form.kind()) ? Recorded.Kind.VOICEMAIL : Recorded.Kind.CALL);
            case "transcript" -> transcript(form);
            default -> throw new IllegalArgumentException(form.type());
        };
    }

    private static CallHappening transcript(EventForm form) {
        if (!Boolean.TRUE.equals(form.consent())) {
            throw ProblemException.unprocessable(
                    "consent-missing",
                    "Nothing of a recording is kept without the caller's consent, and neither is its transcript.",
                    List.of(new Problem.FieldError("/consent", "must be true")));
        }
        return new CallHappening.Transcribed(
                needed(form.recordingId(), "recordingId"), needed(form.text(), "text"), form.language());
    }

    static <T> T needed(T value, String field) {
        if (value == null) {
            throw ProblemException.invalid("/" + field, "must not be missing from an event of this type");
        }
        return value;
    }
}
