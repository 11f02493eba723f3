package io.carryon.gateway.chat;

import java.util.Locale;
import java.util.Map;

/** What stands in the conversation for a visitor who wants something before having written anything. */
final class FirstWords {

    private static final String FALLBACK = "en";

    private static final Map<String, String> PERSON = Map.of(
            FALLBACK,
            "I would like to talk to a person.",
            "de",
            "Ich möchte mit einem Menschen sprechen.",
            "fr",
            "Je voudrais parler à une personne.",
            "es",
            "Me gustaría hablar con una persona.",
            "pl",
            "Chcę porozmawiać z człowiekiem.",
            "ro",
            "Aș dori să vorbesc cu o persoană.",
            "lt",
            "Norėčiau pasikalbėti su žmogumi.");

    private static final Map<String, String> CALLBACK = Map.of(
            FALLBACK,
            "Please call me back.",
            "de",
            "Bitte rufen Sie mich zurück.",
            "fr",
            "Veuillez me rappeler.",
            "es",
            "Por favor, llámenme.",
            "pl",
            "Proszę o telefon.",
            "ro",
            "Vă rog să mă sunați.",
            "lt",
            "Prašau man paskambinti.");

    private FirstWords() {}

    static String person(String language) {
        return PERSON.get(known(language));
    }

    static String callback(String language) {
        return CALLBACK.get(known(language));
    }

    private static String known(String language) {
        var primary = language == null ? FALLBACK : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return PERSON.containsKey(primary) ? primary : FALLBACK;
    }
}
