package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Keeps one document a contact; what was written first stands. */
@ApplicationScoped
public class ContactRecords {

    private final Documents documents;
    private final Shapes shapes;

    public ContactRecords(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public static String documentId(UUID contact) {
        return "contact:" + contact;
    }

    public Optional<ContactRecord> find(UUID contact) {
        return shapes.readIfFound(documents.find(documentId(contact)).orElse(null), ContactRecord.class);
    }

    /** Those that exist, by id. */
    public Map<UUID, ContactRecord> find(Collection<UUID> contacts) {
        var found = new HashMap<UUID, ContactRecord>();
        var read = documents.find(
                contacts.stream().distinct().map(ContactRecords::documentId).toList());
        contacts.forEach(id -> find(id, read).ifPresent(record -> found.put(id, record)));
        return found;
    }

    /** The record among documents already read. */
    public Optional<ContactRecord> find(UUID contact, Map<String, Document> read) {
        return shapes.readIfFound(read.get(documentId(contact)), ContactRecord.class);
    }

    /**
     * Takes out what was said, where its customer's erasure could not know of the contact.
     *
     * @return the record as it stands then
     */
    public ContactRecord forgotten(ContactRecord record) {
        documents.apply(List.of(Change.of(documentId(record.contactId()))
                .unset("handleId")
                .unset("reference")
                .unset("thread")
                .unset("contact.subject")
                .unset("contact.excerpt")
                .set("decided", Map.of())));
        return find(record.contactId()).orElseThrow();
    }

    /** Writes the record unless there is one; returns the one that stands. */
    public ContactRecord write(ContactRecord record) {
        return documents
                .createIfAbsent(documentId(record.contactId()), shapes.fields(record))
                .map(stands -> shapes.read(stands, ContactRecord.class))
                .orElse(record);
    }
}
