package io.carryon.gateway.recognition;

import io.carryon.gateway.operations.NotAcknowledged;

/** Where customers' answers go. */
@FunctionalInterface
interface AnswerOutlet {

    /** Returns once the broker has the answer; throws {@link NotAcknowledged} when it does not take it in time. */
    void publish(RecognitionAnswered answer);
}
