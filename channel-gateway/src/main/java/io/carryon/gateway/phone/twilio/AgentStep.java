package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** An agent's telephone calls in to take callers from a queue, one after another. Only configured telephones may. */
@ApplicationScoped
public class AgentStep implements VoiceStep {

    private static final Logger LOG = Logger.getLogger(AgentStep.class);
    private static final String NAME = "agent";
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final PhoneConfig phone;

    public AgentStep(PhoneConfig phone) {
        this.phone = phone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var agent = request.agent();
        if (agent.isEmpty()) {
            LOG.warnf("Connection %s: a telephone that is no agent's wanted a caller", request.name());
            return List.of(Verb.of("Reject"));
        }
        var queue = request.query()
                .first("queue")
                .filter(QUEUE.asMatchPredicate())
                .or(request.connection()::queue)
                .orElseGet(phone::queue);
        var urls = new VoiceUrls(request);
        return List.of(Queueing.dequeue(
                queue, urls.step(ConnectedStep.NAME, "agent", agent.get().getKey()), urls.step(NAME, "queue", queue)));
    }

    /** The agent is connected all the same, without our knowing. */
    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        var queue = request.query().first("queue").orElseGet(phone::queue);
        return List.of(Verb.of("Dial").around(List.of(Verb.of("Queue").saying(queue))));
    }
}
