package io.carryon.gateway.messenger.provider;

import java.io.IOException;

/** The connection broke, or nothing came back in time, after the request was under way: nobody knows what became of it. */
public final class ProviderSilent extends Exception {

    private static final long serialVersionUID = 1L;

    ProviderSilent(IOException cause) {
        super("The provider did not answer: " + cause.getClass().getSimpleName(), cause);
    }
}
