package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.phone.line.AgentAnswer;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** A caller is about to be connected to an agent; the call named is the caller's. */
@ApplicationScoped
public class ConnectedStep implements VoiceStep {

    static final String NAME = "connected";

    private static final Logger LOG = Logger.getLogger(ConnectedStep.class);

    private final AgentAnswer answers;
    private final Clock clock;

    public ConnectedStep(AgentAnswer answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var line = request.query().first("agent").orElse("");
        var agent = request.connection().agents().get(line);
        if (agent != null) {
            var now = clock.instant();
            var person = new Agent(agent.id().orElse(line), agent.extension().orElse(null), null);
            try {
                answers.answered(request.deadline(), request.call(null, null, now), person, now);
            } catch (ProblemException e) {
                LOG.warnf("That call %s was answered is not noted: %s", request.contactId(), e.getMessage());
            }
        }
        return List.of();
    }

    /** They are connected all the same. */
    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        return List.of();
    }
}
