package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody takes calls now, or the queue is full: 1 for a callback, 2 for a message, 0 to wait all the same. A full queue is
 * tried again by who stays silent; when it is closed, the call is noted and staff are offered to call back.
 */
@ApplicationScoped
public class InsteadStep implements VoiceStep {

    private static final String NAME = "instead";
    private static final String CLOSED = "c";

    /** The queue did not take the caller, nor perhaps anything of ours their request for a person. */
    static List<Verb> offer(TwilioRequest request, WalkState state, String queue, String unsent) {
        var full = List.of(VoiceSentences.say(state.language(), "instead"));
        return ask(request, state, queue, full, Queueing.UNSENT, unsent);
    }

    /** It is closed, as the sentences say. */
    static List<Verb> offer(TwilioRequest request, WalkState state, String queue, List<Verb> closed) {
        return ask(request, state, queue, closed, CLOSED, 1);
    }

    private static List<Verb> ask(
            TwilioRequest request, WalkState state, String queue, List<Verb> spoken, String name, Object value) {
        var sentences = new ArrayList<>(spoken);
        sentences.add(VoiceSentences.say(state.language(), "instead.keys"));
        return KeyQuestion.ask(request, NAME, state, queue, 6, sentences, name, value);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var answer = KeyQuestion.Answer.of(request);
        var state = answer.state();
        var queue = answer.queue();
        var unsent = request.query().first(Queueing.UNSENT).orElse(null);
        var isClosed = request.query().first(CLOSED).isPresent();
        return switch (answer.key()) {
            case "1" -> CallbackStep.offer(request, state, queue, false, unsent);
            case "2" -> VoicemailStep.offer(request, state, queue);
            case "" ->
                isClosed
                        ? List.of(VoiceSentences.say(state.language(), "closed.noted"), Verb.hangup())
                        : List.of(Queueing.enqueue(request, state, queue, unsent, null));
            default -> List.of(Queueing.enqueue(request, state, queue, unsent, null));
        };
    }
}
