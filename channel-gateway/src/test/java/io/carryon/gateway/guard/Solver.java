package io.carryon.gateway.guard;

import io.carryon.gateway.door.Fingerprint;
import java.util.stream.IntStream;

/** A visitor's browser that solves a challenge. */
public final class Solver {

    private Solver() {}

    public static Solution solved(Challenge challenge) {
        var number = IntStream.rangeClosed(0, challenge.maxnumber())
                .filter(tried -> Fingerprint.of(challenge.salt() + tried).equals(challenge.challenge()))
                .findFirst()
                .orElseThrow();
        return new Solution(
                challenge.algorithm(), challenge.challenge(), number, challenge.salt(), challenge.signature());
    }
}
