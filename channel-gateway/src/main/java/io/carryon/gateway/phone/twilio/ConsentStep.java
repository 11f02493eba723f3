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
                request,
                NAME,
                state,
                queue,
                4,
                List.of(VoiceSentences.say(state.language(), "consent")),
                "e",
                estimateSec);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var answer = KeyQuestion.Answer.of(request);
        var verbs = new ArrayList<Verb>();
        if (answer.key().equals("1")) {
            verbs.add(Verb.of("Start")
                    .around(List.of(Verb.of(
                            "Recording",
                            "recordingStatusCallback",
                            new VoiceUrls(request).event(RecordingEvent.NAME, "kind", RecordingEvent.CALL),
                            "recordingStatusCallbackEvent",
                            "completed"))));
        }
        verbs.add(
                Queueing.enqueue(request, answer.state(), answer.queue(), null, VoiceUrls.some(request.query(), "e")));
        return verbs;
    }
}
