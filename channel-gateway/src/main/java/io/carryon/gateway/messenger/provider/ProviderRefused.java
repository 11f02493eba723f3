package io.carryon.gateway.messenger.provider;

/** The provider does not take it and never will; the message says why, in words for staff. */
public final class ProviderRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public ProviderRefused(String reason) {
        super(reason);
    }
}
