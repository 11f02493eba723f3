package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.Ownership;
import io.carryon.profile.matching.HandleUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Whose contact it is.
 *
 * <p>The first handle decides; only where it names nobody for long (a browser session, a withheld number) does a
 * verified one decide in its place. Only a verified handle that decided draws others after it: the contact's further
 * verified handles become the customer's if they are free. Nothing is taken from another customer, no customers are
 * merged, what was merely claimed beside the deciding handle is not the customer's, and neither is a browser session
 * beside a lasting handle. Of a handle that several people use, the name says whose contact it is, see
 * {@link HandlePeople}.
 */
@ApplicationScoped
public class CustomerRecognition {

    private final HandleStore store;
    private final HandlePeople people;

    public CustomerRecognition(HandleStore store, HandlePeople people) {
        this.store = store;
        this.people = people;
    }

    /**
     * The customer a contact was put to.
     *
     * @param lead the handle that decided
     * @param owned whose that handle is and whether it was verified before
     * @param handles the contact's handles as they are to stand on the customer
     * @param changes what is newly known about the handles themselves
     * @param shared whether other people use the handle that decided too, so that it proves little
     */
    public record Found(
            ContactHandle lead, Ownership owned, List<KnownHandle> handles, List<Change> changes, boolean shared) {

        public UUID customerId() {
            return owned.customerId();
        }
    }

    /**
     * @param contact whose handles they are; a customer met by it has an id derived from it, so that the same events
     *     make the same customers
     * @param name the sender's as they gave it, or null
     * @param read documents of the contact's handles, by id
     */
    public Found recognize(
            UUID contact, String name, List<ContactHandle> handles, Map<String, Document> read, Instant at) {
        var lead = lead(handles);
        var first = store.owner(lead.handle(), read)
                .orElseGet(() -> store.claim(lead.handle(), Customer.idOf(contact), name, at));
        var user = people.of(lead.handle(), first, contact, name, at);
        var owned = user.owned();
        var theirs = new ArrayList<KnownHandle>();
        var changes = new ArrayList<>(user.changes());
        for (var each : handles) {
            var owner = each.handle().equals(lead.handle())
                    ? Optional.of(owned)
                    : further(each, lead, owned.customerId(), name, read, at);
            owner.filter(known -> known.customerId().equals(owned.customerId())).ifPresent(known -> {
                theirs.add(
                        each.verified()
                                ? KnownHandle.verified(each.handle(), each.method(), at)
                                : KnownHandle.claimed(each.handle(), at));
                if (each.verified() && !known.isVerified()) {
                    changes.add(store.verified(each.handle(), each.method(), at));
                }
            });
        }
        return new Found(lead, owned, theirs, changes, user.shared());
    }

    /**
     * Frees what an erased customer still stood on, so that the contact meets a new one.
     *
     * @param found the erased one
     */
    void release(Found found, List<ContactHandle> handles, String name) {
        store.free(
                handles.stream().map(each -> each.handle().id()).collect(Collectors.toSet()),
                Set.of(found.customerId()),
                Set.of(HandleUse.key(name)));
    }

    private static ContactHandle lead(List<ContactHandle> handles) {
        var first = handles.getFirst();
        return first.handle().lasts()
                ? first
                : handles.stream()
                        .filter(each -> each.verified() && each.handle().lasts())
                        .findFirst()
                        .orElse(first);
    }

    /** Whose a handle is that did not decide; empty when it is nobody's or names nobody for long. */
    private Optional<Ownership> further(
            ContactHandle each,
            ContactHandle lead,
            UUID customer,
            String name,
            Map<String, Document> read,
            Instant at) {
        if (!each.handle().lasts()) {
            // A customer is reached by a session only while it is open; kept, they would crowd out what lasts.
            return Optional.empty();
        }
        var known = store.owner(each.handle(), read);
        // Whoever claims another's number must not have their own account put on that customer.
        var drawn = each.verified() && lead.verified();
        return known.isPresent() || !drawn ? known : Optional.of(store.claim(each.handle(), customer, name, at));
    }
}
