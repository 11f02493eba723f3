package io.carryon.profile.recognition;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Detects nothing: only a language that the channel names is known. */
@DefaultBean
@ApplicationScoped
public class UndetectedLanguage implements LanguageOf {

    @Override
    public Optional<String> contact(ContactReceived contact) {
        return Optional.empty();
    }
}
