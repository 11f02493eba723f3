package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import java.util.List;

/** Puts callers into Twilio's queues. */
final class Queueing {

    private static final int NAME_LIMIT = 64;

    private Queueing() {}

    /**
     * Into the queue, with announcements.
     *
     * @param unsent the trigger of a request for a person that no store took yet, which the wait tells again; or null
     * @param estimateSec how long it is said to take, or null
     */
    static Verb enqueue(TwilioRequest request, WalkState state, String queue, String unsent, Integer estimateSec) {
        var urls = new VoiceUrls(request);
        return Verb.of(
                        "Enqueue",
                        "action",
                        urls.step(QueueResultStep.NAME, state, "q", queue),
                        "method",
                        "POST",
                        "waitUrl",
                        urls.step(WaitStep.NAME, state, "q", queue, "u", unsent, "e", estimateSec),
                        "waitUrlMethod",
                        "POST")
                .saying(named(queue));
    }

    /** Into the queue with nothing of ours, for when nothing of ours works: Twilio's own music plays. */
    static Verb plain(TwilioRequest request) {
        var queue = request.query().first("q").or(request.connection()::queue).orElse("support");
        return Verb.of("Enqueue").saying(named(queue));
    }

    /** The agent's side: the one who has waited longest. */
    static Verb dequeue(String queue, String whenConnected, String afterwards) {
        return Verb.of("Dial", "action", afterwards, "method", "POST")
                .around(List.of(
                        Verb.of("Queue", "url", whenConnected, "method", "POST").saying(named(queue))));
    }

    // As Twilio takes it; both sides name it in the same way.
    private static String named(String queue) {
        return queue.length() > NAME_LIMIT ? queue.substring(0, NAME_LIMIT) : queue;
    }
}
