package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.line.CallRecognition;
import io.carryon.gateway.phone.menu.WalkState;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Whether the call is about the same as before: 1 yes, 2 no. Whatever comes of it, the caller goes on to the queue. */
@ApplicationScoped
public class QuestionStep implements VoiceStep {

    static final String NAME = "question";

    private static final Logger LOG = Logger.getLogger(QuestionStep.class);

    private final CallRecognition recognition;

    public QuestionStep(CallRecognition recognition) {
        this.recognition = recognition;
    }

    static List<Verb> ask(
            TwilioRequest request, WalkState state, String queue, Integer estimateSec, List<Verb> spoken) {
        return KeyQuestion.ask(request, NAME, state, queue, 5, spoken, "e", estimateSec);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var answer = KeyQuestion.Answer.of(request);
        var key = answer.key();
        if (key.equals("1") || key.equals("2")) {
            try {
                recognition.press(request.deadline(), request.contactId(), key.equals("1"));
            } catch (ProblemException e) {
                LOG.warnf("The answer of call %s is lost: %s", request.contactId(), e.getMessage());
            }
        }
        return Waiting.begin(request, answer.state(), answer.queue(), VoiceUrls.some(request.query(), "e"));
    }
}
