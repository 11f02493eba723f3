package io.carryon.profile.identity;

/**
 * A name a customer goes by, in its one normal form.
 *
 * @param value at most 320 characters
 * @param id what the handle's document is found by, such as {@code tel:+4930123456}; a value that could not be
 *     normalized has an id of its own kind ({@code raw-tel:…}), an anonymous caller one that no other contact has
 */
public record Handle(HandleKind kind, String value, String id) {

    private static final String ANONYMOUS = "anonymous";

    static Handle normal(HandleKind kind, String value) {
        return new Handle(kind, value, kind.prefix() + ":" + value);
    }

    static Handle raw(HandleKind kind, String value) {
        return new Handle(kind, value, "raw-" + kind.prefix() + ":" + value);
    }

    static Handle anonymous(HandleKind kind, String contact) {
        return new Handle(kind, ANONYMOUS, ANONYMOUS + ":" + contact);
    }

    /** Whether the value is in the normal form of its kind. */
    public boolean isNormal() {
        return id.startsWith(kind.prefix() + ":");
    }

    /** Whether the same person can be expected behind it another day. */
    public boolean lasts() {
        return (kind != HandleKind.CHAT || isMessengerAccount()) && !id.startsWith(ANONYMOUS + ":");
    }

    /** A messenger's account is written {@code telegram:123}; a browser session is a bare id. */
    private boolean isMessengerAccount() {
        return value.indexOf(':') > 0;
    }
}
