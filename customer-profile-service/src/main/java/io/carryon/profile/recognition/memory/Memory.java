package io.carryon.profile.recognition.memory;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer's contacts as recognition remembers them, at most {@value #MOST_CONTACTS}.
 *
 * @param vectors of contacts whose vector was computed after they were remembered, by contact
 */
public record Memory(List<RememberedContact> contacts, Map<String, String> vectors) {

    /** Contacts remembered of a customer. */
    public static final int MOST_CONTACTS = 30;

    public Memory {
        contacts = contacts == null ? List.of() : contacts;
        vectors = vectors == null ? Map.of() : vectors;
    }

    public static Memory empty() {
        return new Memory(List.of(), Map.of());
    }

    boolean knows(UUID contact) {
        return contacts.stream().anyMatch(each -> each.contactId().equals(contact));
    }

    /** The contact's vector as text, or null until it was needed. */
    public String vector(RememberedContact contact) {
        return contact.vector() == null ? vectors.get(contact.contactId().toString()) : contact.vector();
    }
}
