package io.carryon.gateway.phone.line;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.recognition.AnswerTaken;
import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Takes the key a caller pressed: durable in the database, then published, later if the broker is away. */
@ApplicationScoped
public class CallRecognition {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final AwaitedAnswers line;
    private final QuestionStore questions;
    private final RecognitionAnswers answers;
    private final PhoneConfig config;

    public CallRecognition(
            AwaitedAnswers line, QuestionStore questions, RecognitionAnswers answers, PhoneConfig config) {
        this.line = line;
        this.questions = questions;
        this.answers = answers;
        this.config = config;
    }

    /** Answers within a second; 409 when nothing was asked, 503 when the database did not take it in time. */
    public AnswerTaken press(UUID contactId, boolean same) {
        return press(Deadline.in(config.answerDeadline()), contactId, same);
    }

    /** The same by a moment that other work for the request shares. */
    public AnswerTaken press(Deadline deadline, UUID contactId, boolean same) {
        var noting = Deadline.begin(() -> noted(contactId, same));
        var noted = deadline.await(noting, config.answerDeadline())
                .orElseThrow(() -> ProblemException.unavailable(
                        "The caller's answer was not stored. Send the same request again.", RETRY_AFTER));
        // What the broker does not take in time is published by the job.
        var ignored = deadline.await(Deadline.begin(() -> answers.publish(noted)), config.ackDeadline());
        return AnswerTaken.of(noted);
    }

    private QuestionStore.Answer noted(UUID contactId, boolean same) {
        // What the line told this process may not have come by the durable way yet.
        line.recognized(contactId)
                .flatMap(RecognizedContact::asQuestion)
                .ifPresent(question -> questions.add(List.of(question)));
        return answers.note(contactId, same, Channel.PHONE);
    }
}
