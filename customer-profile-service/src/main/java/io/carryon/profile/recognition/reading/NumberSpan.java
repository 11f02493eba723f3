package io.carryon.profile.recognition.reading;

/**
 * A number as it stands in a text, by its words.
 *
 * @param value digits and lower-case letters only
 * @param spoken whether it was dictated
 * @param masked whether all but its end is hidden, as in {@code xxxx-1583}
 * @param last the word of its last digit, inclusive
 */
record NumberSpan(String value, boolean spoken, boolean masked, int first, int last) {}
