package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening;
import jakarta.enterprise.context.ApplicationScoped;

/** What was said in a recording. */
@ApplicationScoped
public class TranscriptionEvent implements VoiceEvent {

    static final String NAME = "transcription";

    private final RecordingWords words;

    public TranscriptionEvent(RecordingWords words) {
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void take(TwilioRequest request) {
        var language = request.query().first("l").orElse(null);
        words.note(
                request,
                "TranscriptionStatus",
                "TranscriptionText",
                (id, text) -> new CallHappening.Transcribed(id, text, language));
    }
}
