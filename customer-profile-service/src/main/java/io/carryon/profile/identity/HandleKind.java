package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of name a customer goes by on a channel. */
public enum HandleKind {
    /** A phone number. */
    @JsonProperty("tel")
    TEL,
    /** An e-mail address. */
    @JsonProperty("mailto")
    MAILTO,
    /** A sign-in of the portal. */
    @JsonProperty("account")
    ACCOUNT,
    /** A browser session, which names nobody for long, or an account of a messenger, such as {@code telegram:123}. */
    @JsonProperty("chat")
    CHAT;

    public String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind written in front of a handle's colon. */
    public static Optional<HandleKind> of(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix().equals(prefix))
                .findFirst();
    }
}
