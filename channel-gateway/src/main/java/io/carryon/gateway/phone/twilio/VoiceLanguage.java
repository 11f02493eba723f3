package io.carryon.gateway.phone.twilio;

import java.util.Locale;

/** A language as Twilio speaks and hears it. */
enum VoiceLanguage {
    DE("de-DE"),
    EN("en-US"),
    ES("es-ES"),
    FR("fr-FR"),
    LT("lt-LT"),
    PL("pl-PL"),
    RO("ro-RO");

    private final String tag;

    VoiceLanguage(String tag) {
        this.tag = tag;
    }

    /** English for those there is no voice of. */
    static VoiceLanguage of(String language) {
        for (var known : values()) {
            if (known.name().equalsIgnoreCase(language)) {
                return known;
            }
        }
        return EN;
    }

    /** How Gather names it. */
    String tag() {
        return tag;
    }

    /** How our own sentences are found. */
    Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }

    /** Lithuanian is no language of Say by itself, only that of a voice. */
    Verb say() {
        return this == LT ? Verb.of("Say", "voice", "Google.lt-LT-Standard-A") : Verb.of("Say", "language", tag);
    }
}
