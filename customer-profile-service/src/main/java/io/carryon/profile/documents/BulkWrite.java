package io.carryon.profile.documents;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.carryon.profile.documents.Gathering.Errand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.codecs.Encoder;

/** The changes of several callers in one request; each caller learns of its own changes' failure only. */
final class BulkWrite {

    private static final int DUPLICATE_KEY = 11000;
    private static final int MOST_ATTEMPTS = 5;
    private static final Encoder<Change> ENCODER = new ChangeEncoder();
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private record Sent(Errand<List<Change>, Set<String>> by, Change change) {

        UpdateOneModel<Document> model() {
            return new UpdateOneModel<>(
                    new BsonDocument("_id", new BsonString(change.id())),
                    new BsonDocumentWrapper<>(change, ENCODER),
                    UPSERT);
        }
    }

    private final List<Errand<List<Change>, Set<String>>> errands;
    private final Map<Errand<List<Change>, Set<String>>, Set<String>> made = new HashMap<>();
    private final Map<Errand<List<Change>, Set<String>>, RuntimeException> failed = new HashMap<>();

    BulkWrite(List<Errand<List<Change>, Set<String>>> errands) {
        this.errands = errands;
    }

    /** Answers each caller with the ids of the documents that its changes made. */
    void send(MongoCollection<Document> collection) {
        var open = errands.stream()
                .flatMap(errand -> errand.question().stream().map(change -> new Sent(errand, change)))
                .toList();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            open = send(open, collection, attempt == MOST_ATTEMPTS);
        }
        for (var errand : errands) {
            if (failed.containsKey(errand)) {
                errand.fail(failed.get(errand));
            } else {
                errand.answer(made.getOrDefault(errand, Set.of()));
            }
        }
    }

    /** Returns what has to be sent again. */
    private List<Sent> send(List<Sent> open, MongoCollection<Document> collection, boolean last) {
        var models = open.stream().map(Sent::model).toList();
        try {
            note(open, collection.bulkWrite(models, new BulkWriteOptions().ordered(false)));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || e.getWriteErrors().isEmpty()) {
                // Not known to be durable: the same changes are harmless when made again, so nobody may go on.
                throw e;
            }
            note(open, e.getWriteResult());
            return judge(open, e, last);
        }
    }

    private List<Sent> judge(List<Sent> open, MongoBulkWriteException e, boolean last) {
        var again = new ArrayList<Sent>();
        for (var error : e.getWriteErrors()) {
            var sent = open.get(error.getIndex());
            // Two upserts of one new id can meet on a real MongoDB; the loser's is then a plain update.
            if (error.getCode() == DUPLICATE_KEY && !last) {
                again.add(sent);
            } else {
                failed.put(sent.by(), new RefusedChangeException(error.getCode(), e));
            }
        }
        return again;
    }

    private void note(List<Sent> open, BulkWriteResult result) {
        for (BulkWriteUpsert upsert : result.getUpserts()) {
            var sent = open.get(upsert.getIndex());
            made.computeIfAbsent(sent.by(), ignored -> new HashSet<>())
                    .add(sent.change().id());
        }
    }
}
