package io.carryon.profile.recognition.meaning;

/** The sentence model cannot be loaded on this machine, or fails at a text. */
public class MeaningUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MeaningUnavailableException(Throwable cause) {
        super("The sentence model is not available", cause);
    }
}
