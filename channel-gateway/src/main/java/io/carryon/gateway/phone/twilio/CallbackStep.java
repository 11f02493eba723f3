package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A caller would rather be called back than wait. */
@ApplicationScoped
public class CallbackStep implements VoiceStep {

    private static final String NAME = "callback";

    static List<Verb> offer(TwilioRequest request, WalkState state, String queue, boolean inQueue) {
        return List.of(Verb.redirect(new VoiceUrls(request).step(NAME, state, "q", queue, "b", inQueue ? 1 : null)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var next = request.query().first("b").isPresent() ? WaitStep.NAME : PersonStep.NAME;
        return List.of(Verb.redirect(new VoiceUrls(request)
                .step(
                        next,
                        VoiceUrls.state(request.query()),
                        "q",
                        request.query().first("q").orElse(null))));
    }
}
