package io.carryon.profile.identity;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
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

    /**
     * Gives a free handle to the customer; of several at once the first gets it, and all learn who that is.
     *
     * @param name of who uses it, or null
     */
    public Ownership claim(Handle handle, UUID customer, String name, Instant at) {
        var fields = new HashMap<String, Object>(Map.of(
                "kind", handle.kind().prefix(),
                "value", handle.value(),
                "customerId", customer.toString(),
                "since", at.toString()));
        if (name != null) {
            fields.put("name", name);
        }
        return documents
                .createIfAbsent(handle.id(), fields)
                .map(stands -> shapes.read(stands, Ownership.class))
                .orElseGet(() -> new Ownership(customer, at, null, null, name, Map.of()));
    }

    /**
     * Who uses a shared handle under a name: the given customer if nobody does yet; of several at once the first. Each
     * has a document of their own, so that any number of people may share one switchboard.
     *
     * @param person key of the name
     */
    public UUID claim(Handle handle, String person, HandlePerson claimed, Instant at) {
        var fields = new HashMap<>(shapes.fields(claimed));
        fields.put("since", at.toString());
        return documents
                .createIfAbsent(personId(handle, person), fields)
                .map(stands -> shapes.read(stands, HandlePerson.class).customerId())
                .orElse(claimed.customerId());
    }

    /** The document that says who uses a shared handle under a name. */
    public static String personId(Handle handle, String person) {
        return "person:" + person + "@" + handle.id();
    }

    /** Notes that somebody else uses the handle too. */
    public Change sharedBy(Handle handle, String person, HandlePerson who) {
        return Change.of(handle.id()).set("people." + person, shapes.fields(who));
    }

    /** Notes the name of who used the handle first. */
    public Change named(Handle handle, String name) {
        return Change.of(handle.id()).set("name", name);
    }

    /** Notes the first proof that the handle is its owner's. */
    public Change verified(Handle handle, String method, Instant at) {
        return Change.of(handle.id()).set("verifiedAt", at.toString()).set("method", method);
    }
}
