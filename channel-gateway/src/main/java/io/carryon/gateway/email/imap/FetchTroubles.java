package io.carryon.gateway.email.imap;

import java.util.HashMap;
import java.util.Map;

/**
 * Remembers over connections which mails could not be had from the server, so that one mail that makes it refuse or hang
 * up keeps nothing else back: after some tries it is given up.
 */
final class FetchTroubles {

    private static final int TRIES = 3;

    private final Map<String, Integer> tries = new HashMap<>();
    private boolean alone;

    /** Whether each mail is to be fetched by itself, because the connection broke while several were. */
    boolean isEachAlone() {
        return alone;
    }

    void eachAlone(boolean alone) {
        this.alone = alone;
    }

    void tried(String place) {
        tries.merge(place, 1, Integer::sum);
    }

    void had(String place) {
        tries.remove(place);
    }

    boolean isGivenUp(String place) {
        return tries.getOrDefault(place, 0) >= TRIES;
    }
}
