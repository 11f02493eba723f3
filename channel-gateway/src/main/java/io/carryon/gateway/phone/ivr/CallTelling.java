package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.ToldTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What an IVR tells, as a call. */
@ApplicationScoped
public class CallTelling {

    private static final String IN = "in";

    private final ToldTime time;

    public CallTelling(ToldTime time) {
        this.time = time;
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
                        time.orNow(form.startedAt()))
                .identified(form.identity());
    }

    Call zeroedOut(String client, String callId, ZeroOutForm form) {
        var at = time.orNow(form.at());
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
                .triggered(form.trigger(), at, form.path(), form.input());
    }

    Call ended(String client, String callId, HangupForm form) {
        return of(client, callId, form.from(), form.to(), null, time.orNow(form.at()));
    }

    /** A call of which something is told that may be the first that is heard of it. */
    Call of(String client, String callId, String from, String to, String language, Instant at) {
        return Call.started(client, callId, from, stripped(to), IN, null, language, null, at);
    }

    private static String stripped(String number) {
        return number == null ? null : number.strip();
    }
}
