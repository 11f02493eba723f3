package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening.Recorded;
import io.carryon.gateway.phone.line.CallProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A recording is there. We asked for it after the caller had agreed, or had heard that it would be kept. */
@ApplicationScoped
public class RecordingEvent implements VoiceEvent {

    static final String NAME = "recording";
    static final String CALL = "call";
    static final String VOICEMAIL = "voicemail";

    private final CallProgress progress;
    private final Clock clock;

    public RecordingEvent(CallProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void take(TwilioRequest request) {
        var told = request.told();
        var id = told.first("RecordingSid");
        var url = told.first("RecordingUrl");
        var kind = request.query().first("kind").filter(VOICEMAIL::equals).isPresent()
                ? Recorded.Kind.VOICEMAIL
                : Recorded.Kind.CALL;
        if (id.isPresent()
                && url.isPresent()
                && told.first("RecordingStatus").orElse("completed").equals("completed")) {
            var now = clock.instant();
            var seconds = told.first("RecordingDuration").isPresent()
                    ? Integer.valueOf(VoiceUrls.number(told, "RecordingDuration"))
                    : null;
            progress.note(request.call(null, null, now), new Recorded(id.get(), url.get(), seconds, true, kind), now);
        }
    }
}
