package io.carryon.profile.recognition.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's contacts as recognition remembers them, at most {@value #MOST_CONTACTS}.
 *
 * @param vectors of contacts whose vector was computed after they were remembered, by contact
 * @param heard what was heard of contacts after they were remembered, by contact and entry
 */
public record Memory(
        List<RememberedContact> contacts, Map<String, String> vectors, Map<String, Map<String, Heard>> heard) {

    /** Contacts remembered of a customer. */
    public static final int MOST_CONTACTS = 30;

    /** Later texts remembered of a contact. */
    public static final int MOST_HEARD = 5;

    public Memory {
        contacts = contacts == null ? List.of() : contacts;
        vectors = vectors == null ? Map.of() : vectors;
        heard = heard == null ? Map.of() : heard;
    }

    public static Memory empty() {
        return new Memory(List.of(), Map.of(), Map.of());
    }

    boolean knows(UUID contact) {
        return find(contact).isPresent();
    }

    /** The contact with all that was heard of it and what is heard now; empty when it is forgotten. */
    public Optional<RememberedContact> hearing(UUID contact, Heard now) {
        var all =
                new ArrayList<>(heard.getOrDefault(contact.toString(), Map.of()).values());
        all.add(now);
        return find(contact).map(found -> found.with(all));
    }

    private Optional<RememberedContact> find(UUID contact) {
        return contacts.stream()
                .filter(each -> each.contactId().equals(contact))
                .findFirst();
    }

    /** The contacts with all that was heard of them. */
    public List<RememberedContact> whole() {
        return heard.isEmpty() ? contacts : contacts.stream().map(this::whole).toList();
    }

    private RememberedContact whole(RememberedContact contact) {
        var later = heard.get(contact.contactId().toString());
        return later == null ? contact : contact.with(later.values());
    }

    /** Whether the entry was heard of the contact, or so many that no more are. */
    public boolean hasHeard(UUID contact, UUID entry) {
        var later = heard.getOrDefault(contact.toString(), Map.of());
        return later.containsKey(entry.toString()) || later.size() >= MOST_HEARD;
    }

    /** The contact's vector as text, or null until it was needed. */
    public String vector(RememberedContact contact) {
        return contact.vector() == null || heard.containsKey(contact.contactId().toString())
                ? vectors.get(contact.contactId().toString())
                : contact.vector();
    }
}
