package io.carryon.gateway.phone.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Somebody in the queue pressed a key, or none: 1 for a callback, 2 for a message. They keep their place until they go. */
@ApplicationScoped
public class WaitChoiceStep implements VoiceStep {

    static final String NAME = "wait-choice";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var queue = request.query().first("q").orElse(null);
        var unsent = request.query().first(Queueing.UNSENT).orElse(null);
        return switch (KeyQuestion.pressed(request)) {
            case "1" -> CallbackStep.offer(request, state, queue, true, unsent);
            case "2" -> List.of(Verb.of("Leave"));
            default ->
                List.of(Verb.redirect(
                        new VoiceUrls(request).step(WaitStep.NAME, state, "q", queue, Queueing.UNSENT, unsent)));
        };
    }

    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        return List.of(Verb.of("Pause", "length", 1));
    }
}
