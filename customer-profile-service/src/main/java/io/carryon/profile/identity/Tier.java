package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a customer is worth to us, as a supervisor set it. */
public enum Tier {
    /** Where nobody said otherwise. */
    @JsonProperty("standard")
    STANDARD,
    @JsonProperty("silver")
    SILVER,
    @JsonProperty("gold")
    GOLD,
    @JsonProperty("vip")
    VIP
}
