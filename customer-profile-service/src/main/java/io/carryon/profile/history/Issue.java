package io.carryon.profile.history;

import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.TicketState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a customer's contacts are about; it outlives its tickets.
 *
 * <p>Bounds: the last {@value #MOST_CONTACTS} contacts, of those that were moved about twice as many each way, the last
 * {@value #MOST_ATTEMPTS} attempts.
 *
 * @param tickets by id; at most one of them is open
 * @param movedIn the latest contacts that were first recognized to be about another issue, by id
 * @param movedOut the latest contacts that turned out to be about another issue, and which, by the contact's id
 * @param attempts what the customer tried and gave before a person took over
 * @param topic what a customer first chose that it is about, or null
 * @param countedIn contacts that were moved in and are only counted, see {@link MovedContactCounts}
 * @param countedOut contacts that were moved out and are only counted
 */
public record Issue(
        UUID id,
        UUID customerId,
        String subject,
        String channel,
        Instant openedAt,
        int contactCount,
        List<PastContact> contacts,
        Map<String, TicketState> tickets,
        Map<String, PastContact> movedIn,
        Map<String, UUID> movedOut,
        List<Attempt> attempts,
        String topic,
        int countedIn,
        int countedOut) {

    static final int MOST_CONTACTS = 12;
    static final int MOST_ATTEMPTS = 5;

    public Issue {
        contacts = contacts == null ? List.of() : contacts;
        tickets = tickets == null ? Map.of() : tickets;
        movedIn = movedIn == null ? Map.of() : movedIn;
        movedOut = movedOut == null ? Map.of() : movedOut;
        attempts = attempts == null ? List.of() : attempts;
    }

    /** One of which nobody has said what it is about. */
    public Issue(
            UUID id,
            UUID customerId,
            String subject,
            String channel,
            Instant openedAt,
            int contactCount,
            List<PastContact> contacts,
            Map<String, TicketState> tickets,
            Map<String, PastContact> movedIn,
            Map<String, UUID> movedOut,
            List<Attempt> attempts) {
        this(
                id,
                customerId,
                subject,
                channel,
                openedAt,
                contactCount,
                contacts,
                tickets,
                movedIn,
                movedOut,
                attempts,
                null,
                0,
                0);
    }

    /** The id of the issue that a contact opens: derived, so that the same contact always opens the same. */
    public static UUID idOf(UUID contact) {
        return UUID.nameUUIDFromBytes(("issue:" + contact).getBytes(StandardCharsets.UTF_8));
    }

    /** One whose contacts are those that came about it. */
    public Issue(
            UUID id,
            UUID customerId,
            String subject,
            String channel,
            Instant openedAt,
            int contactCount,
            List<PastContact> contacts,
            Map<String, TicketState> tickets) {
        this(id, customerId, subject, channel, openedAt, contactCount, contacts, tickets, null, null, null);
    }

    /** Whether the contact was moved to another issue since, as far as the latest moves tell. */
    public boolean hasLost(UUID contact) {
        return movedOut.containsKey(contact.toString());
    }

    /** A contact that came about this issue, with the issue it is about by now. */
    public PastContact now(PastContact contact) {
        return contact.withIssue(movedOut.getOrDefault(contact.contactId().toString(), contact.issueId()));
    }

    /** What is known of one of its tickets. */
    public Optional<TicketState> ticket(UUID ticket) {
        return Optional.ofNullable(tickets.get(ticket.toString()));
    }

    public boolean remembers(UUID contact) {
        return hasLost(contact)
                || contacts.stream().anyMatch(past -> past.contactId().equals(contact));
    }

    /** With the contacts that were moved in and without those that were moved out, as everybody sees it. */
    Issue asItStands() {
        if (movedIn.isEmpty() && movedOut.isEmpty() && countedIn == 0 && countedOut == 0) {
            return this;
        }
        var standing = Stream.concat(contacts.stream(), movedIn.values().stream())
                .filter(contact -> !movedOut.containsKey(contact.contactId().toString()))
                .map(contact -> contact.withIssue(id))
                .sorted(Comparator.comparing(PastContact::at))
                .toList();
        var latest = standing.subList(Math.max(0, standing.size() - MOST_CONTACTS), standing.size());
        return new Issue(
                id,
                customerId,
                subject,
                channel,
                openedAt,
                contactCount + movedIn.size() + countedIn - movedOut.size() - countedOut,
                latest,
                tickets,
                null,
                movedOut,
                attempts.stream()
                        .filter(attempt -> !hasLost(attempt.contactId()))
                        .toList(),
                topic,
                0,
                0);
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
