package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The caller has spoken a message, or pressed a key instead. */
@ApplicationScoped
public class VoicemailStep implements VoiceStep {

    private static final String NAME = "voicemail-done";

    /** Records a message; that it is kept is said before, so whoever speaks after the tone consents. */
    static List<Verb> record(TwilioRequest request, WalkState state, String queue) {
        var urls = new VoiceUrls(request);
        var isTranscribed = request.connection().transcribe() && VoiceLanguage.of(state.language()) == VoiceLanguage.EN;
        return List.of(
                VoiceSentences.say(state.language(), "voicemail.record"),
                Verb.of(
                        "Record",
                        "action",
                        urls.step(NAME, state, "q", queue),
                        "method",
                        "POST",
                        "maxLength",
                        request.connection().voicemailSec(),
                        "playBeep",
                        true,
                        "finishOnKey",
                        "0123456789*#",
                        "recordingStatusCallback",
                        urls.event(RecordingEvent.NAME, "kind", RecordingEvent.VOICEMAIL),
                        "recordingStatusCallbackEvent",
                        "completed",
                        "transcribe",
                        isTranscribed ? true : null,
                        "transcribeCallback",
                        isTranscribed ? urls.event(TranscriptionEvent.NAME, "l", "en") : null),
                // Nothing was said.
                Verb.redirect(urls.step(PersonStep.NAME, state, "q", queue)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        if (KeyQuestion.pressed(request).equals("0")) {
            return List.of(Verb.redirect(new VoiceUrls(request)
                    .step(
                            PersonStep.NAME,
                            state,
                            "q",
                            request.query().first("q").orElse(null),
                            "y",
                            "dtmf0")));
        }
        return List.of(VoiceSentences.say(state.language(), "voicemail.thanks"), Verb.hangup());
    }
}
