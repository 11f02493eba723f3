package io.carryon.profile.recognition.training;

import io.carryon.profile.identity.PastContact;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows no more of a contact's text than its excerpt. */
@DefaultBean
@ApplicationScoped
public class ExcerptsOnly implements ContactText {

    @Override
    public Map<UUID, String> of(UUID member, Collection<PastContact> contacts) {
        return Map.of();
    }
}
