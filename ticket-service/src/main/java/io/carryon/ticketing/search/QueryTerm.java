package io.carryon.ticketing.search;

/** One part of what somebody looks for; all parts must hold. */
sealed interface QueryTerm {

    /** Whether tickets are looked for of which it does not hold. */
    boolean not();

    /** How much of a word is there. */
    enum Extent {
        WHOLE,
        /** It is the last one, and may still be typed. */
        UNFINISHED,
        /** It is said to be a beginning. */
        BEGINNING
    }

    /** A word in any of its forms, or one that begins so. */
    record Word(String text, Extent extent, boolean not) implements QueryTerm {}

    /** Words that follow each other just so. */
    record Phrase(String words, boolean not) implements QueryTerm {}

    /** What a field of the ticket holds; the name is in lower case. */
    record Field(String name, String value, boolean not) implements QueryTerm {}
}
