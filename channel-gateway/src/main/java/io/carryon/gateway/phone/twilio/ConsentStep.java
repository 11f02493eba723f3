package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whether the call may be recorded: 1 yes; anything else, and silence, no. */
@ApplicationScoped
public class ConsentStep implements VoiceStep {

    private static final String NAME = "consent";

    static List<Verb> ask(TwilioRequest request, WalkState state, String queue, Integer estimateSec) {
        return KeyQuestion.ask(
                new VoiceUrls(request).step(NAME, state, "q", queue, "e", estimateSec),
                4,
                List.of(VoiceSentences.say(state.language(), "consent")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var verbs = new ArrayList<Verb>();
        if (KeyQuestion.pressed(request).equals("1")) {
            verbs.add(Verb.of("Start")
                    .around(List.of(Verb.of(
                            "Recording",
                            "recordingStatusCallback",
                            new VoiceUrls(request).event(RecordingEvent.NAME, "kind", RecordingEvent.CALL),
                            "recordingStatusCallbackEvent",
                            "completed"))));
        }
        verbs.add(Queueing.enqueue(request, state, request.queue(), null, VoiceUrls.some(request.query(), "e")));
        return verbs;
    }
}
