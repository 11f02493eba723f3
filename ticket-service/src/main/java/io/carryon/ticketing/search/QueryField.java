package io.carryon.ticketing.search;

import java.util.function.Supplier;

/** A field that the query syntax knows beside those of the ticket itself; every bean of this type is one. */
public interface QueryField {

    /** Its name, of small letters only. */
    String name();

    /** What is looked for by {@code name:value}, for the documentation and for errors. */
    String description();

    /**
     * What must hold of ticket {@code t}.
     *
     * @param me who asks
     * @throws IllegalArgumentException saying what the value must be
     */
    Condition condition(String value, Supplier<String> me);
}
