package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.line.CallStart;
import io.carryon.gateway.phone.menu.CallerInput;
import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.MenuWalk;
import io.carryon.gateway.phone.menu.Menus;
import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
    private final PhoneConfig phone;
    private final Clock clock;

    public StartStep(
            CallStart start,
            Menus menus,
            HumanWords human,
            NextStep next,
            MenuNotes notes,
            PhoneConfig phone,
            Clock clock) {
        this.start = start;
        this.menus = menus;
        this.human = human;
        this.next = next;
        this.notes = notes;
        this.phone = phone;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var language = request.connection().language().orElseGet(phone::language);
        var queue = request.connection().queue().orElse(null);
        start.begin(request.call(language, queue, clock.instant()));
        var menu = menus.named(request.connection().menu()).orElseThrow();
        var first = new MenuWalk(menu, human).begin(language);
        var nowhere = new WalkState("", language, 0, 0, Map.of(), List.of());
        notes.note(request, 0, nowhere, first.state(), new CallerInput.Silence());
        return next.follow(request, menu, first, 1);
    }
}
