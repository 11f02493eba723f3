package io.carryon.gateway.email.hook;

import io.carryon.gateway.problem.ProblemException;

/** What several providers are refused for. */
final class Refusals {

    private Refusals() {}

    static ProblemException wrongSignature(String remedy) {
        return ProblemException.of(401, "wrong-signature", "The signature is not right", remedy);
    }
}
