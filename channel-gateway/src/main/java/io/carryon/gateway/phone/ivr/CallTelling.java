package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.SensitiveInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What an IVR tells, as a call; whatever is sensitive is masked on the way and exists nowhere after it. */
@ApplicationScoped
public class CallTelling {

    private static final String IN = "in";
    private static final Duration LATE_REPORT = Duration.ofDays(7);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final SensitiveInput sensitive;
    private final Clock clock;

    public CallTelling(SensitiveInput sensitive, Clock clock) {
        this.sensitive = sensitive;
        this.clock = clock;
    }

    Call begun(String client, String callId, CallForm form) {
        return Call.started(
                client,
                callId,
                form.from(),
                form.to().strip(),
                form.direction() == null ? IN : form.direction(),
                form.callerName(),
                form.language(),
                form.queueHint(),
                orNow(form.startedAt()));
    }

    Call zeroedOut(String client, String callId, ZeroOutForm form) {
        var at = orNow(form.at());
        return Call.started(
                        client,
                        callId,
                        form.from(),
                        stripped(form.to()),
                        IN,
                        null,
                        form.language(),
                        form.queueHint(),
                        at)
                .triggered(form.trigger(), at, form.path(), sensitive.masked(form.input()));
    }

    Call ended(String client, String callId, HangupForm form) {
        return Call.started(client, callId, form.from(), stripped(form.to()), IN, null, null, null, orNow(form.at()));
    }

    /**
     * To the millisecond, which every store keeps, and never further from now than a wrong clock or a late report
     * explains: 7 days back, 5 minutes ahead.
     */
    Instant orNow(Instant told) {
        var now = clock.instant();
        if (told == null) {
            return now;
        }
        var earliest = now.minus(LATE_REPORT);
        var latest = now.plus(CLOCKS_APART);
        var bounded = told.isBefore(earliest) ? earliest : told.isAfter(latest) ? latest : told;
        return bounded.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String stripped(String number) {
        return number == null ? null : number.strip();
    }
}
