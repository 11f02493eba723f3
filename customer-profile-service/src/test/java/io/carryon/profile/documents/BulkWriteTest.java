package io.carryon.profile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What replica sets answer and the embedded server never does. */
class BulkWriteTest {

    private final Deque<Supplier<BulkWriteResult>> answers = new ArrayDeque<>();
    private final List<Integer> sent = new ArrayList<>();
    private final Gathering<List<Change>, Set<String>> writes =
            new Gathering<>(errands -> new BulkWrite(errands).send(collection()), 1, Thread::startVirtualThread);

    @Test
    void aCallerLearnsWhichDocumentsItMade() {
        answers.add(() -> made(1));

        assertThat(writes.ask(List.of(change("a"), change("b")))).containsExactly("b");
    }

    @Test
    void aWriteThatTheMajorityDoesNotHaveIsNoSuccess() {
        answers.add(() -> {
            throw failure(List.of(), new WriteConcernError(64, "WriteConcernTimeout", "", new BsonDocument()));
        });

        assertThatThrownBy(() -> writes.ask(List.of(change("a"))))
                .isInstanceOf(MongoBulkWriteException.class)
                .matches(Outage::isBehind);
    }

    @Test
    void theLoserOfTwoUpsertsIsSentAgainAloneAndHasMadeNothing() {
        answers.add(() -> {
            throw failure(List.of(new BulkWriteError(11000, "duplicate", new BsonDocument(), 1)), null);
        });
        answers.add(() -> made());

        assertThat(writes.ask(List.of(change("a"), change("b")))).isEmpty();
        assertThat(sent).containsExactly(2, 1);
    }

    @Test
    void aDocumentThatWouldGrowTooLargeIsTheChangesOwnFault() {
        answers.add(() -> {
            throw failure(List.of(new BulkWriteError(17419, "too large", new BsonDocument(), 0)), null);
        });

        assertThatThrownBy(() -> writes.ask(List.of(change("a"))))
                .isInstanceOf(RefusedChangeException.class)
                .matches(failure -> !Outage.isBehind(failure));
    }

    @Test
    void aChangeRefusedInAStepDownIsWaitedFor() {
        answers.add(() -> {
            throw failure(List.of(new BulkWriteError(189, "PrimarySteppedDown", new BsonDocument(), 0)), null);
        });

        assertThatThrownBy(() -> writes.ask(List.of(change("a")))).matches(Outage::isBehind);
    }

    private static Change change(String id) {
        return Change.of(id).set("seen", true);
    }

    private static BulkWriteResult made(int... indexes) {
        var upserts = new ArrayList<BulkWriteUpsert>();
        for (var index : indexes) {
            upserts.add(new BulkWriteUpsert(index, new BsonString("x")));
        }
        return BulkWriteResult.acknowledged(0, 0, 0, 0, upserts, List.of());
    }

    private static MongoBulkWriteException failure(List<BulkWriteError> errors, WriteConcernError concern) {
        return new MongoBulkWriteException(made(), errors, concern, new ServerAddress(), Set.of());
    }

    @SuppressWarnings("unchecked")
    private MongoCollection<Document> collection() {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MongoCollection.class}, (proxy, method, arguments) -> {
                    sent.add(((List<WriteModel<Document>>) arguments[0]).size());
                    return answers.remove().get();
                });
    }
}
