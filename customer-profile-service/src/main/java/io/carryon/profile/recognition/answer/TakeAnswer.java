package io.carryon.profile.recognition.answer;

import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes a customer's answer from a door; one that cannot be applied any more has nobody to be told of it. */
@ApplicationScoped
public class TakeAnswer {

    private static final Logger LOG = Logger.getLogger(TakeAnswer.class);
    private static final int NOT_FOUND = 404;

    private final AnswerLink answerLink;

    public TakeAnswer(AnswerLink answerLink) {
        this.answerLink = answerLink;
    }

    /** @throws IllegalStateException for a contact that this service does not know yet */
    void take(RecognitionAnswered event) {
        try {
            answerLink.carryOut(event.answer());
        } catch (ProblemException e) {
            if (e.status() == NOT_FOUND) {
                throw new IllegalStateException("there is no contact " + event.contactId(), e);
            }
            LOG.infof("The answer about contact %s changes nothing: %s", event.contactId(), e.type());
        }
    }
}
