package io.carryon.profile.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The language of a contact: as the channel says it, or else as its text tells. */
@ApplicationScoped
public class ContactLanguage {

    private final LanguageOf languageOf;

    public ContactLanguage(LanguageOf languageOf) {
        this.languageOf = languageOf;
    }

    /** BCP 47, or empty where neither tells. */
    Optional<String> of(ContactReceived contact) {
        return Optional.ofNullable(contact.language())
                .filter(said -> !said.isBlank())
                .or(() -> languageOf.contact(contact));
    }
}
