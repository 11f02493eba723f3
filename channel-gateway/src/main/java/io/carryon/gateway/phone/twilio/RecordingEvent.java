package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening.Recorded;
import jakarta.enterprise.context.ApplicationScoped;

/** A recording is there. We asked for it after the caller had agreed, or had heard that it would be kept. */
@ApplicationScoped
public class RecordingEvent implements VoiceEvent {

    static final String NAME = "recording";
    static final String CALL = "call";
    static final String VOICEMAIL = "voicemail";

    private final RecordingWords words;

    public RecordingEvent(RecordingWords words) {
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void take(TwilioRequest request) {
        var kind = request.query().first("kind").filter(VOICEMAIL::equals).isPresent()
                ? Recorded.Kind.VOICEMAIL
                : Recorded.Kind.CALL;
        var seconds = request.told().first("RecordingDuration").isPresent()
                ? Integer.valueOf(VoiceUrls.number(request.told(), "RecordingDuration"))
                : null;
        words.note(request, "RecordingStatus", "RecordingUrl", (id, url) -> new Recorded(id, url, seconds, true, kind));
    }
}
