package io.carryon.gateway.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Objects;

/** One address a person is known by, with how far it was verified. Only its syntax is cleaned here; the profile normalizes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handle(Kind kind, String value, String raw, String region, Verification verification, String method) {

    private static final int VALUE_LIMIT = 320;
    private static final int RAW_LIMIT = 1000;

    public Handle {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(verification, "verification");
        value = Text.cut(Text.clean(Objects.requireNonNull(value, "value")), VALUE_LIMIT);
        raw = Text.cut(Text.clean(raw), RAW_LIMIT);
    }

    /** What sort of address it is. */
    public enum Kind {
        @JsonProperty("tel")
        TEL,
        @JsonProperty("mailto")
        MAILTO,
        @JsonProperty("account")
        ACCOUNT,
        @JsonProperty("chat")
        CHAT
    }

    /** Whether the channel proved that the sender owns the address. */
    public enum Verification {
        @JsonProperty("verified")
        VERIFIED,
        @JsonProperty("claimed")
        CLAIMED
    }

    public static Handle claimed(Kind kind, String value, String raw) {
        return new Handle(kind, value, raw, null, Verification.CLAIMED, null);
    }

    /** A handle whose owner was proved by {@code method}: dmarc, oidc, signed-link, otp, stir, session, whatsapp or telegram. */
    public static Handle verified(Kind kind, String value, String raw, String method) {
        return new Handle(kind, value, raw, null, Verification.VERIFIED, method);
    }

    /** The same handle, its number possibly written in the national format of this ISO country. */
    public Handle inRegion(String isoCountry) {
        return new Handle(kind, value, raw, isoCountry, verification, method);
    }

    /**
     * Kind and value as one word, such as {@code mailto:ann@example.org}: the key of the contact's events. An address
     * is in lower case whatever channel it came by, so that a customer's contacts keep their order.
     */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + ":"
                + (kind == Kind.MAILTO ? value.toLowerCase(Locale.ROOT) : value);
    }
}
