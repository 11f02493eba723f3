package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandlePerson;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.identity.Ownership;
import io.carryon.profile.matching.HandleUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who of several people used a handle. A family's phone, a company's mailbox and its switchboard are learnt to be shared
 * when a second person uses them; from then on the name decides, and those who give none are kept apart from those who
 * do.
 */
@ApplicationScoped
public class HandlePeople {

    private final HandleStore store;
    private final HandleUse use;

    public HandlePeople(HandleStore store, HandleUse use) {
        this.store = store;
        this.use = use;
    }

    /**
     * Whose the handle is for this contact.
     *
     * @param owned as it is to be understood: of the person who used it
     * @param shared whether others use it too
     * @param changes what was learnt about the handle
     */
    record User(Ownership owned, boolean shared, List<Change> changes) {}

    /**
     * No read and no write where one person uses the handle; else at most one of each beside the changes.
     *
     * @param name the sender's, or null
     */
    User of(Handle handle, Ownership owned, UUID contact, String name, Instant at) {
        if (!use.canBeShared(handle)) {
            return new User(owned, false, List.of());
        } else if (name == null) {
            return owned.isShared() ? another(handle, owned, contact, null, at) : new User(owned, false, List.of());
        } else if (owned.name() == null && !owned.isShared()) {
            return new User(owned, false, List.of(store.named(handle, name)));
        } else if (owned.name() != null && !use.isOfTwo(handle, owned.name(), name)) {
            return new User(owned, owned.isShared(), List.of());
        }
        return owned.people().values().stream()
                .filter(person -> person.name() != null && !use.isOfTwo(handle, person.name(), name))
                .findFirst()
                .map(person -> new User(owned.of(person.customerId()), true, List.<Change>of()))
                .orElseGet(() -> another(handle, owned, contact, name, at));
    }

    private User another(Handle handle, Ownership owned, UUID contact, String name, Instant at) {
        var key = HandleUse.key(name);
        var person = new HandlePerson(Customer.idOf(contact), name);
        var customer = store.claim(handle, key, person, at);
        var isNoted = owned.people().containsKey(key) || owned.people().size() >= Ownership.MOST_PEOPLE;
        return new User(
                owned.of(customer),
                true,
                isNoted ? List.of() : List.of(store.sharedBy(handle, key, new HandlePerson(customer, name))));
    }
}
