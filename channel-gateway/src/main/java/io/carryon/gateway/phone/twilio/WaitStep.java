package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What somebody hears in the queue: their place, how long it may take, and what they may do instead. */
@ApplicationScoped
public class WaitStep implements VoiceStep {

    static final String NAME = "wait";

    private static final int QUIET_SEC = 20;
    private static final int A_MINUTE = 60;

    private final PersonSought person;

    public WaitStep(PersonSought person) {
        this.person = person;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var queue = request.queue();
        var unsent = request.query()
                .first(Queueing.UNSENT)
                .filter(trigger -> person.ask(request, state, trigger, queue).isEmpty())
                .orElse(null);
        var choice = new VoiceUrls(request).step(WaitChoiceStep.NAME, state, "q", queue, Queueing.UNSENT, unsent);
        return KeyQuestion.ask(choice, QUIET_SEC, announced(request, state));
    }

    /** Nothing of ours is said; Twilio asks again when it is over. */
    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        return List.of(Verb.of("Pause", "length", QUIET_SEC));
    }

    private static List<Verb> announced(TwilioRequest request, WalkState state) {
        var verbs = new ArrayList<Verb>();
        var position = VoiceUrls.number(request.told(), "QueuePosition");
        if (position > 0) {
            verbs.add(VoiceSentences.say(state.language(), "wait.position", String.valueOf(position)));
        }
        var estimate = estimateSec(request, position);
        if (estimate > 0) {
            var minutes = Math.ceilDiv(estimate, A_MINUTE);
            verbs.add(VoiceSentences.say(state.language(), "wait.minutes", String.valueOf(minutes)));
        }
        verbs.add(VoiceSentences.say(state.language(), "wait.offer"));
        request.connection()
                .holdMusic()
                .ifPresent(music -> verbs.add(Verb.of("Play").saying(music.toString())));
        return verbs;
    }

    // What was said when the caller was put into the queue; later, what Twilio has seen of others.
    private static int estimateSec(TwilioRequest request, int position) {
        var told = VoiceUrls.number(request.query(), "e");
        return told > 0 ? told : position * VoiceUrls.number(request.told(), "AvgQueueTime");
    }
}
