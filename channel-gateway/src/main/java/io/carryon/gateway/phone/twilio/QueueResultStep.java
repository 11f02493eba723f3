package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A caller has left the queue. Who went for it leaves a message; whom the queue did not take is offered the other ways. */
@ApplicationScoped
public class QueueResultStep implements VoiceStep {

    static final String NAME = "queue-result";

    private final PhoneConfig phone;

    public QueueResultStep(PhoneConfig phone) {
        this.phone = phone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var state = VoiceUrls.state(request.query());
        var queue = request.query().first("q").orElseGet(phone::queue);
        return switch (request.told().first("QueueResult").orElse("")) {
            case "leave" -> VoicemailStep.offer(request, state, queue);
            case "queue-full", "error", "system-error" -> InsteadStep.offer(request, state, queue);
            default -> List.of(Verb.hangup());
        };
    }
}
