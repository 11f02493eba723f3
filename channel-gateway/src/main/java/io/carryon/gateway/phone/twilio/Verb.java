package io.carryon.gateway.phone.twilio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One TwiML element: with text, or with others in it. */
record Verb(String name, Map<String, String> attributes, String text, List<Verb> inner) {

    /** An element with attributes by pairs; those whose value is null are left out. */
    static Verb of(String name, Object... attributes) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                named.put(String.valueOf(attributes[i]), String.valueOf(attributes[i + 1]));
            }
        }
        return new Verb(name, named, null, List.of());
    }

    Verb saying(String words) {
        return new Verb(name, attributes, words, List.of());
    }

    Verb around(List<Verb> verbs) {
        return new Verb(name, attributes, null, List.copyOf(verbs));
    }

    static Verb say(String language, String words) {
        return VoiceLanguage.of(language).say().saying(words);
    }

    static Verb redirect(String url) {
        return of("Redirect").saying(url);
    }

    static Verb hangup() {
        return of("Hangup");
    }
}
