package io.carryon.profile.events;

/** What became of an event that was handed to its use case. */
sealed interface Handled {

    /** It took effect. */
    record Done() implements Handled {}

    /** It never will, by its own fault. */
    record Refused(Throwable reason) implements Handled {}

    /** The service stops before it took effect; it will be delivered again. */
    record Left() implements Handled {}
}
