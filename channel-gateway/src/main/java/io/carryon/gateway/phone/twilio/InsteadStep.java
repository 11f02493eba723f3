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

    /** The queue did not take the caller. */
    static List<Verb> offer(TwilioRequest request, WalkState state, String queue) {
        return ask(request, state, queue, null, List.of(VoiceSentences.say(state.language(), "instead")));
    }

    /** It is closed, as the sentences say. */
    static List<Verb> offer(TwilioRequest request, WalkState state, String queue, List<Verb> closed) {
        return ask(request, state, queue, 1, closed);
    }

    private static List<Verb> ask(
            TwilioRequest request, WalkState state, String queue, Integer closed, List<Verb> spoken) {
        var sentences = new ArrayList<>(spoken);
        sentences.add(VoiceSentences.say(state.language(), "instead.keys"));
        return KeyQuestion.ask(new VoiceUrls(request).step(NAME, state, "q", queue, CLOSED, closed), 6, sentences);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var queue = request.query().first("q").orElse("");
        var isClosed = request.query().first(CLOSED).isPresent();
        return switch (KeyQuestion.pressed(request)) {
            case "1" -> CallbackStep.offer(request, state, queue, false);
            case "2" -> VoicemailStep.offer(request, state, queue);
            case "" ->
                isClosed
                        ? List.of(VoiceSentences.say(state.language(), "closed.noted"), Verb.hangup())
                        : List.of(Queueing.enqueue(request, state, queue, null, null));
            default -> List.of(Queueing.enqueue(request, state, queue, null, null));
        };
    }
}
