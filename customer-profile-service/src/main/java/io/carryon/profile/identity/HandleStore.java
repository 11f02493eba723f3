package io.carryon.profile.identity;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Keeps whose each handle is, one document a handle, found by the handle's id. */
@ApplicationScoped
public class HandleStore {

    private final Documents documents;
    private final Shapes shapes;

    public HandleStore(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    public Optional<Ownership> owner(Handle handle) {
        return documents.find(handle.id()).flatMap(document -> shapes.readIfFound(document, Ownership.class));
    }

    /** The owner among documents already read. */
    public Optional<Ownership> owner(Handle handle, Map<String, Document> read) {
        return shapes.readIfFound(read.get(handle.id()), Ownership.class);
    }

    /** Gives a free handle to the customer; of several at once the first gets it, and all learn who that is. */
    public Ownership claim(Handle handle, UUID customer, Instant at) {
        var fields = Map.<String, Object>of(
                "kind", handle.kind().prefix(),
                "value", handle.value(),
                "customerId", customer.toString(),
                "since", at.toString());
        return documents
                .createIfAbsent(handle.id(), fields)
                .map(stands -> shapes.read(stands, Ownership.class))
                .orElseGet(() -> new Ownership(customer, at, null, null));
    }

    /** Notes the first proof that the handle is its owner's. */
    public Change verified(Handle handle, String method, Instant at) {
        return Change.of(handle.id()).set("verifiedAt", at.toString()).set("method", method);
    }
}
