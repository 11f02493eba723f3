package io.carryon.gateway.phone.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A caller has left the queue. Who went for it leaves a message, who spoke to a person or hung up is done, and everybody
 * else is offered the other ways. What nothing of ours took of their request for a person is told here at the latest.
 */
@ApplicationScoped
public class QueueResultStep implements VoiceStep {

    static final String NAME = "queue-result";

    private final PersonSought person;

    public QueueResultStep(PersonSought person) {
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
        return switch (request.told().first("QueueResult").orElse("")) {
            case "bridged", "hangup", "redirected", "redirected-from-bridged" -> List.of(Verb.hangup());
            case "leave" -> VoicemailStep.offer(request, state, queue);
            default -> InsteadStep.offer(request, state, queue, unsent);
        };
    }
}
