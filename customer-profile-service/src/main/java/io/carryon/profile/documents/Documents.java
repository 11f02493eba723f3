package io.carryon.profile.documents;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * The one collection of this service, read and written by id alone.
 *
 * <p>All kinds of documents share it, told apart by the prefix of their ids, so that what a contact needs is one read
 * and what it changes is one write, and so that it shards by hashed id.
 */
@ApplicationScoped
public class Documents {

    private static final int DUPLICATE_KEY = 11000;
    private static final int MOST_ATTEMPTS = 5;

    private final MongoClient client;
    private final DocumentsConfig config;

    public Documents(MongoClient client, DocumentsConfig config) {
        this.client = client;
        this.config = config;
    }

    /** The documents that exist among the given ids, by id. */
    public Map<String, Document> find(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            for (var document : collection().find(new Document("_id", new Document("$in", List.copyOf(ids))))) {
                found.put(document.getString("_id"), document);
            }
        }
        return found;
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(collection().find(new Document("_id", id)).first());
    }

    /** The stored document; of several callers that make the same one at once, all get the first one's. */
    public Document createIfAbsent(String id, Map<String, Object> fields) {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return collection()
                .findOneAndUpdate(new Document("_id", id), new Document("$setOnInsert", new Document(fields)), options);
    }

    /** Sends all changes in one command; each is atomic for itself, their order is free. */
    public void apply(List<Change> changes) {
        var open = changes.stream().filter(change -> !change.isEmpty()).toList();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            try {
                collection().bulkWrite(open.stream().map(Documents::upsert).toList(), unordered());
                return;
            } catch (MongoBulkWriteException e) {
                // Two upserts of one new id can meet on a real MongoDB; the loser's is then a plain update.
                var lost = e.getWriteErrors();
                if (attempt == MOST_ATTEMPTS || lost.stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                open = lost.stream()
                        .map(BulkWriteError::getIndex)
                        .map(open::get)
                        .toList();
            }
        }
    }

    private static UpdateOneModel<Document> upsert(Change change) {
        return new UpdateOneModel<>(change.filter(), change.update(), new UpdateOptions().upsert(true));
    }

    private static BulkWriteOptions unordered() {
        return new BulkWriteOptions().ordered(false);
    }

    private MongoCollection<Document> collection() {
        return client.getDatabase(config.database()).getCollection("profile");
    }
}
