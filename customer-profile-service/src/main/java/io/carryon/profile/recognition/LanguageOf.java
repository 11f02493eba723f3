package io.carryon.profile.recognition;

import java.util.Optional;

/** Tells the language a contact is written or spoken in from its text. */
@FunctionalInterface
public interface LanguageOf {

    /** BCP 47, or empty where the text does not tell. */
    Optional<String> contact(ContactReceived contact);
}
