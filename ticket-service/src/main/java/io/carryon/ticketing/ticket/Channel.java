package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The way a contact came in or a reply goes out, spelled on the wire in lower case. */
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
    TELEGRAM
}
