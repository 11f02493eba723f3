package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.Menu;
import io.carryon.gateway.phone.menu.Step;
import io.carryon.gateway.phone.menu.WalkState;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts callers into Twilio's queues. */
final class Queueing {

    /** Names, in an address, the trigger of a request for a person that nothing of ours took yet. */
    static final String UNSENT = "u";

    private static final Logger LOG = Logger.getLogger(Queueing.class);
    private static final int NAME_LIMIT = 64;

    private Queueing() {}

    /**
     * Into the queue, with announcements.
     *
     * @param unsent the trigger of a request for a person that no store took yet, which the wait and its end tell again; or
     *     null
     * @param estimateSec how long it is said to take, or null
     */
    static Verb enqueue(TwilioRequest request, WalkState state, String queue, String unsent, Integer estimateSec) {
        var urls = new VoiceUrls(request);
        return Verb.of(
                        "Enqueue",
                        "action",
                        urls.step(QueueResultStep.NAME, state, "q", queue, UNSENT, unsent),
                        "method",
                        "POST",
                        "waitUrl",
                        urls.step(WaitStep.NAME, state, "q", queue, UNSENT, unsent, "e", estimateSec),
                        "waitUrlMethod",
                        "POST")
                .saying(named(queue));
    }

    /**
     * Into the queue although something of ours failed, whatever it was. The wait tells the request for a person; where
     * the state itself is the trouble, Twilio's own music plays.
     */
    static Verb inTrouble(TwilioRequest request) {
        try {
            var why = KeyQuestion.pressed(request).equals(Menu.HUMAN_KEY) ? Step.Wanted.KEY : Step.Wanted.SILENCE;
            var unsent = request.query().first(UNSENT).orElseGet(why::trigger);
            return enqueue(request, VoiceUrls.state(request.query()), request.queue(), unsent, null);
        } catch (RuntimeException e) {
            LOG.error("A caller in trouble goes to the queue without anything known of them", e);
            return Verb.of("Enqueue").saying(named(request.queue()));
        }
    }

    /** The agent's side: the one who has waited longest. Without addresses nothing of ours hears of it. */
    static Verb dequeue(String queue, String whenConnected, String afterwards) {
        return Verb.of("Dial", "action", afterwards, "method", "POST")
                .around(List.of(
                        Verb.of("Queue", "url", whenConnected, "method", "POST").saying(named(queue))));
    }

    // As Twilio takes it. Callers and agents come here, so that both name it in the same way.
    private static String named(String queue) {
        return queue.length() > NAME_LIMIT ? queue.substring(0, NAME_LIMIT) : queue;
    }
}
