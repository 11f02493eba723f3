package io.carryon.profile.recognition.training;

import io.carryon.profile.identity.PastContact;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What was written or said in contacts, as far as it is kept. */
@FunctionalInterface
public interface ContactText {

    /** Texts by contact; of contacts that are left out only the excerpt is known. */
    Map<UUID, String> of(UUID member, Collection<PastContact> contacts);
}
