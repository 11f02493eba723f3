package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a customer said they want to be served; what they did not say is null.
 *
 * @param language BCP 47, such as {@code pl}
 * @param channel phone, email, chat, portal, whatsapp or telegram
 * @param formOfAddress how they want to be addressed, such as {@code Dr. Novak}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(String language, String channel, String formOfAddress) {

    /** Nothing is known. */
    public static final Preferences NONE = new Preferences(null, null, null);

    /** These, with the language that was observed where none was stated. */
    public Preferences orLanguage(String observed) {
        return language != null ? this : new Preferences(observed, channel, formOfAddress);
    }
}
