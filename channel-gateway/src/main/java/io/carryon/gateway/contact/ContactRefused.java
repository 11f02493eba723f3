package io.carryon.gateway.contact;

/** The contact can never be published as it is, so sending it again is no use. */
public final class ContactRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContactRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
