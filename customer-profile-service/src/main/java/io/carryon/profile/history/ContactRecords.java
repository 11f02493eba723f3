package io.carryon.profile.history;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The record among documents already read. */
    public Optional<ContactRecord> find(UUID contact, Map<String, Document> read) {
        return shapes.readIfFound(read.get(documentId(contact)), ContactRecord.class);
    }

    /** Writes the record unless there is one; returns the one that stands. */
    public ContactRecord write(ContactRecord record) {
        return documents
                .createIfAbsent(documentId(record.contactId()), shapes.fields(record))
                .map(stands -> shapes.read(stands, ContactRecord.class))
                .orElse(record);
    }
}
