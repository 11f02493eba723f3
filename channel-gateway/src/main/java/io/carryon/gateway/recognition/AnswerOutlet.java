package io.carryon.gateway.recognition;

/** Where customers' answers go. */
@FunctionalInterface
interface AnswerOutlet {

    /** Returns once the broker has the answer; throws {@link AnswerNotPublished} when it does not take it in time. */
    void publish(RecognitionAnswered answer);
}
