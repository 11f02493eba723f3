package io.carryon.gateway.phone.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jboss.logging.Logger;

/** An agent's telephone calls in to take callers from a queue, one after another. Only configured telephones may. */
@ApplicationScoped
public class AgentStep implements VoiceStep {

    private static final Logger LOG = Logger.getLogger(AgentStep.class);
    private static final String NAME = "agent";
    private static final String PROVED = "ok";
    private static final String TRIES = "w";
    private static final int MOST_TRIES = 3;

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
        var line = agent.get().getValue();
        return isProved(request, line) ? connected(request, agent.get().getKey(), line) : asked(request, line);
    }

    /** The agent is connected all the same, without our knowing. */
    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        return request.agent()
                        .filter(line -> isProved(request, line.getValue()))
                        .isPresent()
                ? List.of(Queueing.dequeue(queue(request), null, null))
                : List.of(Verb.of("Reject"));
    }

    private static List<Verb> connected(TwilioRequest request, String name, TwilioConfig.AgentLine line) {
        var queue = queue(request);
        var urls = new VoiceUrls(request);
        return List.of(Queueing.dequeue(
                queue,
                urls.step(ConnectedStep.NAME, "agent", name),
                urls.step(NAME, "queue", queue, PROVED, line.pin().map(pin -> 1).orElse(null))));
    }

    // Anybody may show a number that is not theirs.
    private static boolean isProved(TwilioRequest request, TwilioConfig.AgentLine line) {
        return line.pin().isEmpty()
                || request.query().first(PROVED).isPresent()
                || MessageDigest.isEqual(
                        line.pin().get().getBytes(StandardCharsets.UTF_8),
                        KeyQuestion.pressed(request).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Verb> asked(TwilioRequest request, TwilioConfig.AgentLine line) {
        var tries = VoiceUrls.number(request.query(), TRIES);
        if (tries >= MOST_TRIES) {
            LOG.warnf("Connection %s: a telephone that shows an agent's number did not know its PIN", request.name());
            return List.of(Verb.hangup());
        }
        var again = new VoiceUrls(request).step(NAME, "queue", queue(request), TRIES, tries + 1);
        return List.of(
                Verb.of(
                                "Gather",
                                "input",
                                "dtmf",
                                "action",
                                again,
                                "method",
                                "POST",
                                "numDigits",
                                line.pin().orElseThrow().length(),
                                "finishOnKey",
                                "#",
                                "timeout",
                                6)
                        .around(List.of(VoiceSentences.say(
                                request.connection().language().orElse("en"), "agent.pin"))),
                Verb.redirect(again));
    }

    private static String queue(TwilioRequest request) {
        return request.queue(request.query().first("queue").orElse(null));
    }
}
