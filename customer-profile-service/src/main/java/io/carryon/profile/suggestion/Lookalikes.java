package io.carryon.profile.suggestion;

import java.util.Map;

/**
 * Customers who have a key in common, by their ids; at most {@value #MOST}, so that the commonest name costs no more.
 */
public record Lookalikes(Map<String, Lookalike> customers) {

    static final int MOST = 50;

    static final Lookalikes NONE = new Lookalikes(Map.of());

    public Lookalikes {
        customers = customers == null ? Map.of() : customers;
    }

    /** Whether so many have the key that it tells nothing. */
    boolean areMany() {
        return customers.size() >= MOST;
    }

    static String documentId(String key) {
        return "lookalike:" + key;
    }
}
