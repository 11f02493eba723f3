package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * Remembers which contacts of a customer are linked to issues of others they are merged with: what has to be taken apart
 * when the merge is undone. One document a customer, of at most {@link Customer#MOST_ACROSS} contacts and a few that
 * come at the same moment.
 */
@ApplicationScoped
public class AcrossLinks {

    private final Documents documents;
    private final Shapes shapes;

    public AcrossLinks(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    /**
     * A contact that is linked to an issue of another.
     *
     * @param member whose contact it is
     * @param ownerId whose issue it is
     */
    public record AcrossLink(UUID contactId, UUID member, UUID issueId, UUID ownerId) {}

    public static String documentId(UUID member) {
        return "across:" + member;
    }

    /** What a recognized contact adds: nothing, where the issue is its customer's own. */
    public List<Change> linked(ContactRecord record, Optional<Customer> member, Issue issue) {
        if (issue.customerId().equals(record.customerId()) || issue.hasLost(record.contactId())) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        changes.add(set(new AcrossLink(record.contactId(), record.customerId(), issue.id(), issue.customerId())));
        if (!member.map(known -> known.remembers(record.contactId())).orElse(false)) {
            changes.add(CustomerStore.linkedAcross(record.customerId()));
        }
        return changes;
    }

    Change set(AcrossLink link) {
        return Change.of(documentId(link.member())).set("contacts." + link.contactId(), shapes.fields(link));
    }

    Change remove(UUID member, UUID contact) {
        return Change.of(documentId(member)).unset("contacts." + contact);
    }

    /**
     * Counts a member's links anew once a contact of theirs was moved; harmless when made again.
     *
     * @param before links as just read, perhaps of others too
     * @param to where the contact is moved
     */
    public Change counted(List<AcrossLink> before, UUID member, UUID contact, ContactMoves.Target to) {
        return counted(before, member, Map.of(contact, to));
    }

    /** The same for several contacts of one member, each with where it is moved. */
    public Change counted(List<AcrossLink> before, UUID member, Map<UUID, ContactMoves.Target> moves) {
        var stay = before.stream()
                .filter(link -> link.member().equals(member))
                .map(AcrossLink::contactId)
                .filter(contact -> !moves.containsKey(contact))
                .distinct()
                .count();
        var come = moves.values().stream()
                .filter(to -> !to.ownerId().equals(member))
                .count();
        return Change.of(CustomerStore.documentId(member)).set("across", Math.toIntExact(stay + come));
    }

    /** All there are of these customers, in one read. */
    public List<AcrossLink> of(Collection<UUID> members) {
        var read = documents.find(members.stream().map(AcrossLinks::documentId).toList());
        return read.values().stream()
                .filter(links -> links.get("contacts") instanceof Document)
                .flatMap(links -> links.get("contacts", Document.class).values().stream())
                .map(link -> shapes.read((Document) link, AcrossLink.class))
                .toList();
    }
}
