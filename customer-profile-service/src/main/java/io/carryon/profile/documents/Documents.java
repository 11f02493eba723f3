package io.carryon.profile.documents;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.carryon.profile.documents.Gathering.Errand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * The one collection of this service, read and written by id alone.
 *
 * <p>All kinds of documents share it, told apart by the prefix of their ids, so that what a contact needs is one read
 * and what it changes is one write, and so that it shards by hashed id. What contacts that come at the same time read
 * and write travels together: under load a request costs more than what it carries.
 */
@ApplicationScoped
public class Documents {

    private final MongoClient client;
    private final DocumentsConfig config;
    private final Gathering<Collection<String>, Map<String, Document>> reads;
    private final Gathering<List<Change>, Set<String>> writes;

    public Documents(MongoClient client, DocumentsConfig config) {
        this.client = client;
        this.config = config;
        this.reads = new Gathering<>(this::read, config.requestsAtOnce(), Thread::startVirtualThread);
        this.writes = new Gathering<>(this::write, config.requestsAtOnce(), Thread::startVirtualThread);
    }

    /** The documents that exist among the given ids, by id; others may read them too, so nobody changes them. */
    public Map<String, Document> find(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : reads.ask(ids);
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(find(Set.of(id)).get(id));
    }

    /**
     * Makes the document unless there is one, which is then returned; of several callers that make the same one at
     * once, all but the first get the first one's.
     */
    public Optional<Document> createIfAbsent(String id, Map<String, Object> fields) {
        var change = Change.of(id);
        fields.forEach(change::setOnInsert);
        var made = writes.ask(List.of(change));
        return made.contains(id) ? Optional.empty() : Optional.of(find(id).orElseThrow());
    }

    /** Makes all changes; each is atomic for itself, their order is free. */
    public void apply(List<Change> changes) {
        var some = changes.stream().filter(change -> !change.isEmpty()).toList();
        if (!some.isEmpty()) {
            writes.ask(some);
        }
    }

    /** Removes the document, if it is there. */
    public void remove(String id) {
        collection().deleteOne(new Document("_id", id));
    }

    /** Removes the document only as long as its field has the value; meanwhile it may have become another's. */
    public void remove(String id, String field, Object value) {
        collection().deleteOne(new Document("_id", id).append(field, value));
    }

    private void read(List<Errand<Collection<String>, Map<String, Document>>> errands) {
        var ids = errands.stream()
                .flatMap(errand -> errand.question().stream())
                .distinct()
                .toList();
        var read = new HashMap<String, Document>();
        collection()
                .find(new Document("_id", new Document("$in", ids)))
                .forEach(document -> read.put(document.getString("_id"), document));
        for (var errand : errands) {
            var found = new HashMap<String, Document>();
            errand.question().forEach(id -> Optional.ofNullable(read.get(id)).ifPresent(it -> found.put(id, it)));
            errand.answer(found);
        }
    }

    private void write(List<Errand<List<Change>, Set<String>>> errands) {
        new BulkWrite(errands).send(collection());
    }

    /** A write that is not on the majority's disks could be rolled back after the offset behind it was committed. */
    private MongoCollection<Document> collection() {
        return client.getDatabase(config.database())
                .getCollection("profile")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
