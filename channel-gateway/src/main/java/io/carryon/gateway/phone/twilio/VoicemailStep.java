package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A message in place of a person: 0 while it is explained leads to a person, anything else to the tone. */
@ApplicationScoped
public class VoicemailStep implements VoiceStep {

    private static final String NAME = "voicemail";

    /** Says before that the message is kept, so that whoever speaks after the tone consents. */
    static List<Verb> offer(TwilioRequest request, WalkState state, String queue) {
        var spoken = List.of(VoiceSentences.say(state.language(), "voicemail.record"));
        return KeyQuestion.ask(request, NAME, state, queue, 1, spoken);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var answer = KeyQuestion.Answer.of(request);
        return answer.key().equals("0")
                ? PersonStep.goTo(request, answer.state(), answer.queue())
                : record(request, answer.state(), answer.queue());
    }

    private static List<Verb> record(TwilioRequest request, WalkState state, String queue) {
        var urls = new VoiceUrls(request);
        var isTranscribed = request.connection().transcribe() && VoiceLanguage.of(state.language()) == VoiceLanguage.EN;
        return List.of(
                Verb.of(
                        "Record",
                        "action",
                        urls.step(MessageStep.NAME, state, "q", queue),
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
}
