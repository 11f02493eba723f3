package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.Step;
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
