package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.Step;
import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A caller who was offered something else comes to a person after all. */
@ApplicationScoped
public class PersonStep implements VoiceStep {

    static final String NAME = "person";

    private final PersonSought person;

    public PersonStep(PersonSought person) {
        this.person = person;
    }

    /** For who pressed 0 where something else was on offer. */
    static List<Verb> goTo(TwilioRequest request, WalkState state, String queue) {
        return List.of(
                Verb.redirect(new VoiceUrls(request).step(NAME, state, "q", queue, "y", Step.Wanted.KEY.trigger())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var why = request.query()
                .first("y")
                .filter(Step.Wanted.KEY.trigger()::equals)
                .orElseGet(Step.Wanted.SILENCE::trigger);
        return person.connect(
                request,
                VoiceUrls.state(request.query()),
                why,
                request.query().first("q").orElse(null));
    }
}
