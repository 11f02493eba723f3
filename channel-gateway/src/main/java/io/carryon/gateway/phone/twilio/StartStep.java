package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.line.CallStart;
import io.carryon.gateway.phone.menu.CallerInput;
import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.MenuWalk;
import io.carryon.gateway.phone.menu.Menus;
import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call comes in. */
@ApplicationScoped
public class StartStep implements VoiceStep {

    private final CallStart start;
    private final Menus menus;
    private final HumanWords human;
    private final NextStep next;
    private final MenuNotes notes;
    private final Clock clock;

    public StartStep(CallStart start, Menus menus, HumanWords human, NextStep next, MenuNotes notes, Clock clock) {
        this.start = start;
        this.menus = menus;
        this.human = human;
        this.next = next;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var queue = request.connection().queue().orElse(null);
        var told = request.connection().language();
        var known = start.begin(request.deadline(), request.call(told.orElse(null), queue, clock.instant()))
                .answer();
        var language = told.orElseGet(known::language);
        var menu = menus.named(request.connection().menu()).orElseThrow();
        var first = new MenuWalk(menu, human).begin(language);
        var nowhere = new WalkState("", language, 0, 0, Map.of(), List.of());
        notes.note(request, 0, nowhere, first.state(), new CallerInput.Silence());
        var asked = next.follow(request, menu, first, 1);
        return known.callback() == null
                ? asked
                : beginning(VoiceSentences.say(first.state().language(), "callback.live"), asked);
    }

    // Within the question, so that a key pressed meanwhile counts.
    private static List<Verb> beginning(Verb sentence, List<Verb> asked) {
        var verbs = new ArrayList<>(asked);
        var spoken = new ArrayList<>(List.of(sentence));
        spoken.addAll(verbs.getFirst().inner());
        verbs.set(0, verbs.getFirst().around(spoken));
        return verbs;
    }
}
