package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Nobody can take the call now: 1 for a callback, 2 for a message, and 0, or silence, tries the queue once more. */
@ApplicationScoped
public class InsteadStep implements VoiceStep {

    private static final String NAME = "instead";

    static List<Verb> offer(TwilioRequest request, WalkState state, String queue) {
        return KeyQuestion.ask(
                new VoiceUrls(request).step(NAME, state, "q", queue),
                6,
                List.of(VoiceSentences.say(state.language(), "instead")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var queue = request.query().first("q").orElse("");
        return switch (KeyQuestion.pressed(request)) {
            case "1" -> CallbackStep.offer(request, state, queue, false);
            case "2" -> VoicemailStep.offer(request, state, queue);
            default -> List.of(Queueing.enqueue(request, state, queue, null, null));
        };
    }
}
