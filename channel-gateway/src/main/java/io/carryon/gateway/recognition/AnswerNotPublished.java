package io.carryon.gateway.recognition;

/** The broker did not acknowledge an answer in time; its row is kept and it is published later. */
final class AnswerNotPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerNotPublished(RecognitionAnswered answer, RuntimeException cause) {
        super("The broker did not acknowledge the answer " + answer.answerId() + ": " + cause, cause);
    }
}
