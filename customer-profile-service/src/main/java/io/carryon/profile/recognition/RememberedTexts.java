package io.carryon.profile.recognition;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.recognition.memory.MemoryStore;
import io.carryon.profile.recognition.memory.RememberedContact;
import io.carryon.profile.recognition.training.ContactText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Texts of contacts as recognition remembers them: what was meant, and the numbers by their names. */
@ApplicationScoped
public class RememberedTexts implements ContactText {

    private final Documents documents;
    private final MemoryStore memories;

    public RememberedTexts(Documents documents, MemoryStore memories) {
        this.documents = documents;
        this.memories = memories;
    }

    @Override
    public Map<UUID, String> of(UUID member, Collection<PastContact> contacts) {
        var wanted = contacts.stream().map(PastContact::contactId).collect(Collectors.toUnmodifiableSet());
        var id = MemoryStore.documentId(member);
        return memories.find(member, documents.find(List.of(id))).whole().stream()
                .filter(contact -> wanted.contains(contact.contactId()))
                .collect(Collectors.toMap(RememberedContact::contactId, RememberedContact::text, (one, other) -> one));
    }
}
