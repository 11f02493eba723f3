package io.carryon.ticketing.conversation;

import java.util.List;

/** Knows whom of staff a note is for. */
@FunctionalInterface
public interface Colleagues {

    /**
     * The ids of those a note names, in a transaction: with {@code @name} in its text, as far as anybody is called so,
     * and those in {@code named}, of whom everybody must be known (400).
     */
    List<String> mentioned(String text, List<String> named);
}
