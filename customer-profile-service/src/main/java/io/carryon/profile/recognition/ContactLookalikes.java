package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.suggestion.LookForLookalikes;
import io.carryon.profile.suggestion.LookForLookalikes.Sender;
import io.carryon.profile.suggestion.Lookalike;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;

/** Whom the sender of a contact may be besides the customer it was put to. */
@ApplicationScoped
public class ContactLookalikes {

    private final LookForLookalikes look;
    private final HandleStore store;

    public ContactLookalikes(LookForLookalikes look, HandleStore store) {
        this.look = look;
        this.store = store;
    }

    /** Whether the contact names a handle that was not known to be the customer's; else there is nothing to find. */
    boolean isNews(List<ContactHandle> handles, CustomerRecognition.Found found, Map<String, Document> read) {
        return handles.stream().filter(each -> each.handle().lasts()).anyMatch(each -> {
            var owner = store.owner(each.handle(), read);
            return owner.isEmpty()
                    || (!owner.get().isShared() && !owner.get().customerId().equals(found.customerId()));
        });
    }

    /**
     * @param customer as they are shown, or empty on the first contact
     * @param read the contact's handles
     */
    List<Change> changes(
            ContactReceived contact,
            List<ContactHandle> handles,
            CustomerRecognition.Found found,
            Optional<Customer> customer,
            Map<String, Document> read) {
        var members = Stream.concat(
                        Stream.of(found.customerId()), customer.map(Customer::members).orElse(List.of()).stream())
                .distinct()
                .toList();
        return look.changes(sender(contact, handles), members, claimed(handles, members, read), contact.receivedAt());
    }

    /** Customers whose lasting handle the sender named beside their own. */
    private List<Lookalike> claimed(List<ContactHandle> handles, List<UUID> members, Map<String, Document> read) {
        return handles.stream()
                .filter(each -> each.handle().lasts())
                .flatMap(each -> store.owner(each.handle(), read).stream()
                        .filter(owned -> !owned.isShared() && !members.contains(owned.customerId()))
                        .map(owned -> new Lookalike(
                                owned.customerId(),
                                owned.name(),
                                List.of(each.handle().id()))))
                .toList();
    }

    private static Sender sender(ContactReceived contact, List<ContactHandle> handles) {
        return new Sender(
                contact.senderName(),
                handles.stream()
                        .filter(each -> each.handle().lasts())
                        .map(each -> each.handle().id())
                        .toList());
    }
}
