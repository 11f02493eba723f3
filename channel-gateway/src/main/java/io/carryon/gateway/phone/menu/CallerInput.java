package io.carryon.gateway.phone.menu;

/** What a caller does when it is their turn. */
public sealed interface CallerInput {

    /** Keys pressed, one after another: digits, * and #. */
    record Keys(String pressed) implements CallerInput {}

    /** Words, as the telephone system heard them. */
    record Speech(String text) implements CallerInput {}

    /** Nothing. */
    record Silence() implements CallerInput {}
}
