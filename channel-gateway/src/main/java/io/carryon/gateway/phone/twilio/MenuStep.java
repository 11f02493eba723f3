package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.CallerInput;
import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.MenuWalk;
import io.carryon.gateway.phone.menu.Menus;
import io.carryon.gateway.phone.menu.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The caller pressed or said something in the menu, or nothing. */
@ApplicationScoped
public class MenuStep implements VoiceStep {

    static final String NAME = "menu";

    private static final int SPEECH_LIMIT = 500;

    private final Menus menus;
    private final HumanWords human;
    private final NextStep next;
    private final MenuNotes notes;

    public MenuStep(Menus menus, HumanWords human, NextStep next, MenuNotes notes) {
        this.menus = menus;
        this.human = human;
        this.next = next;
        this.notes = notes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var number = VoiceUrls.number(request.query(), "i");
        var menu = menus.named(request.connection().menu()).orElseThrow();
        var input = input(request.told());
        var walk = new MenuWalk(menu, human);
        var step = walk.next(state, input);
        // Who reaches a person brings the way along, but not the words.
        if (!(step instanceof Step.Person) || input instanceof CallerInput.Speech) {
            notes.note(request, number, state, step.state(), walk.notable(state, input));
        }
        return next.follow(request, menu, step, number + 1);
    }

    private static CallerInput input(FormWords told) {
        var keys = told.first("Digits");
        if (keys.isPresent()) {
            return new CallerInput.Keys(keys.get());
        }
        return told.first("SpeechResult")
                .map(said -> said.length() > SPEECH_LIMIT ? said.substring(0, SPEECH_LIMIT) : said)
                .<CallerInput>map(CallerInput.Speech::new)
                .orElseGet(CallerInput.Silence::new);
    }
}
