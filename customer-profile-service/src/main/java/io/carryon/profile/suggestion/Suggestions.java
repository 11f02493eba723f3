package io.carryon.profile.suggestion;

import java.util.Map;
import java.util.UUID;

/** All suggestions about one customer, by the other's id; at most {@value #MOST_OPEN} wait for staff at a time. */
public record Suggestions(Map<String, Suggestion> others) {

    static final int MOST_OPEN = 20;

    static final Suggestions NONE = new Suggestions(Map.of());

    public Suggestions {
        others = others == null ? Map.of() : others;
    }

    static String documentId(UUID customer) {
        return "suggestions:" + customer;
    }

    /** Whether another one can be made: one that staff have seen is never made again. */
    boolean take(UUID other) {
        return !others.containsKey(other.toString())
                && others.values().stream().filter(Suggestion::isOpen).count() < MOST_OPEN;
    }
}
