package io.carryon.gateway.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The way a contact reached us, and the way an answer goes back. */
public enum Channel {
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("portal")
    PORTAL,
    @JsonProperty("whatsapp")
    WHATSAPP,
    @JsonProperty("telegram")
    TELEGRAM;

    /** The lower-case name used in events, REST and metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #wireName()}; throws IllegalArgumentException for any other word. */
    public static Channel ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
