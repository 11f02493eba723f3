package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.line.CallProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What was said in a recording. */
@ApplicationScoped
public class TranscriptionEvent implements VoiceEvent {

    static final String NAME = "transcription";

    private final CallProgress progress;
    private final Clock clock;

    public TranscriptionEvent(CallProgress progress, Clock clock) {
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
        var recording = told.first("RecordingSid");
        var text = told.first("TranscriptionText");
        if (recording.isPresent()
                && text.isPresent()
                && told.first("TranscriptionStatus").orElse("completed").equals("completed")) {
            var now = clock.instant();
            progress.note(
                    request.call(null, null, now),
                    new CallHappening.Transcribed(
                            recording.get(),
                            text.get(),
                            request.query().first("l").orElse(null)),
                    now);
        }
    }
}
