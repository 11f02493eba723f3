package io.carryon.gateway.phone.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The caller has spoken a message, or pressed 0 instead. */
@ApplicationScoped
public class MessageStep implements VoiceStep {

    static final String NAME = "voicemail-done";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        return KeyQuestion.pressed(request).equals("0")
                ? PersonStep.goTo(request, state, request.query().first("q").orElse(null))
                : List.of(VoiceSentences.say(state.language(), "voicemail.thanks"), Verb.hangup());
    }
}
