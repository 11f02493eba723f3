package io.carryon.profile.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.KnownHandle;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The customer of a contact as published.
 *
 * @param id who is shown: the survivor, where customers are merged
 * @param memberId whose handle it came from, where that is another
 * @param mergedIds who else is shown as them, at most 50; null where nobody was merged
 * @param handles verified ones first, at most 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognizedCustomer(
        UUID id,
        UUID memberId,
        List<UUID> mergedIds,
        String name,
        Match match,
        Instant since,
        List<PublishedHandle> handles) {

    private static final int MOST_HANDLES = 20;
    private static final int MOST_MERGED = 50;

    /** How far we know that it is them. */
    public enum Match {
        /** A verified handle of a customer we know. */
        @JsonProperty("known")
        KNOWN,
        /** A handle we have seen, only claimed this time. */
        @JsonProperty("maybe")
        MAYBE,
        /** Their first contact. */
        @JsonProperty("none")
        NONE
    }

    /** A handle of the customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublishedHandle(HandleKind kind, String value, String verification, String method) {

        static PublishedHandle of(KnownHandle handle) {
            return new PublishedHandle(
                    handle.kind(),
                    handle.value(),
                    handle.isVerified() ? "verified" : "claimed",
                    handle.isVerified() ? handle.method() : null);
        }
    }

    static RecognizedCustomer of(CustomerRecognition.Found found, Optional<Customer> before, ContactReceived contact) {
        var handles = new LinkedHashMap<String, KnownHandle>();
        before.map(Customer::knownHandles).orElse(List.of()).forEach(known -> handles.put(known.id(), known));
        found.handles()
                .forEach(given ->
                        handles.merge(given.id(), given, (known, now) -> known.rank() < now.rank() ? now : known));
        var id = before.map(Customer::id).orElse(found.customerId());
        return new RecognizedCustomer(
                id,
                id.equals(found.customerId()) ? null : found.customerId(),
                before.map(RecognizedCustomer::merged).orElse(null),
                before.map(Customer::name).orElse(contact.sender().name()),
                match(found, before),
                before.map(Customer::since).orElse(contact.receivedAt()),
                handles.values().stream()
                        .sorted((a, b) -> Integer.compare(b.rank(), a.rank()))
                        .limit(MOST_HANDLES)
                        .map(PublishedHandle::of)
                        .toList());
    }

    private static List<UUID> merged(Customer customer) {
        var others = customer.members().stream()
                .filter(member -> !member.equals(customer.id()))
                .limit(MOST_MERGED)
                .toList();
        return others.isEmpty() ? null : others;
    }

    private static Match match(CustomerRecognition.Found found, Optional<Customer> before) {
        if (before.isEmpty()) {
            return Match.NONE;
        } else if (found.shared()) {
            // Whoever has the handle may give any of its people's names.
            return Match.MAYBE;
        }
        // A sender's address is easily forged, so it counts as verified only where this mail was; a caller's number
        // cannot be verified by a call and counts as its customer once they have shown it to be theirs.
        var shownBefore =
                found.lead().handle().kind() == HandleKind.TEL && found.owned().isVerified();
        return found.lead().verified() || shownBefore ? Match.KNOWN : Match.MAYBE;
    }
}
