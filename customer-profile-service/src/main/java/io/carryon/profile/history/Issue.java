package io.carryon.profile.history;

import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.TicketState;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer's contacts are about; it outlives its tickets.
 *
 * <p>Bound: the last {@value #MOST_CONTACTS} contacts.
 *
 * @param tickets by id; at most one of them is open
 */
public record Issue(
        UUID id,
        UUID customerId,
        String subject,
        String channel,
        Instant openedAt,
        int contactCount,
        List<PastContact> contacts,
        Map<String, TicketState> tickets) {

    static final int MOST_CONTACTS = 12;

    public Issue {
        contacts = contacts == null ? List.of() : contacts;
        tickets = tickets == null ? Map.of() : tickets;
    }

    public boolean remembers(UUID contact) {
        return contacts.stream().anyMatch(past -> past.contactId().equals(contact));
    }

    /** The ticket work is done on: the one opened last. */
    public Optional<TicketState> latestTicket() {
        return tickets.values().stream()
                .max(Comparator.comparingLong(TicketState::openedAt).thenComparing(TicketState::number));
    }

    /** Newest first, each once, with the number of the latest ticket. */
    public List<PastContact> latestContacts() {
        var number = latestTicket().map(TicketState::number).orElse(null);
        var once = new LinkedHashMap<UUID, PastContact>();
        contacts.stream()
                .sorted(Comparator.comparing(PastContact::at).reversed())
                .forEach(contact -> once.putIfAbsent(contact.contactId(), contact.withTicket(number)));
        return List.copyOf(once.values());
    }
}
