package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallerNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The caller keyed in the number to be called at; 0 alone, or nothing, is no callback after all. */
@ApplicationScoped
public class CallbackNumberStep implements VoiceStep {

    static final String NAME = "callback-number";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var wishes = CallbackWishes.of(request);
        return CallerNumber.dialable(KeyQuestion.pressed(request))
                .map(number -> List.of(Verb.redirect(wishes.at(number).step(CallbackStep.NAME))))
                .orElseGet(() -> wishes.goOn(null));
    }
}
