package io.carryon.gateway.portal;

/**
 * A mail that brings a link.
 *
 * @param isProved whether the address is known to be who asks; one that is not is written to once
 * @param language of those there are
 * @param reference of the request it is about, or null
 */
public record LinkMail(Kind kind, String to, boolean isProved, String language, String reference) {

    /** What stands in it, in the reader's language. */
    public record Letter(String subject, String text) {}

    /** What the link is for. */
    public enum Kind {
        /** To follow one request. */
        REQUEST,
        /** To sign in once. */
        SIGN_IN,
        /** To have a request made that came without a proof of work. */
        CONFIRM
    }
}
