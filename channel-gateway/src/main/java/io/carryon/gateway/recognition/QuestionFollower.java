package io.carryon.gateway.recognition;

import java.util.List;

/** A channel whose customers are there while the question comes. */
@FunctionalInterface
public interface QuestionFollower {

    /** Shows the questions to those who are here; must neither fail nor wait. */
    void asked(List<RecognitionQuestion> questions);
}
