package io.carryon.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update by id takes a way of its own; it must come out where the server's own, slower one does. */
class UpdateByIdTest {

    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    @TempDir
    Path folder;

    private MongoCollection<Document> ours;
    private MongoCollection<Document> theirs;

    @BeforeEach
    void start() throws Exception {
        ours = collection(DurableBackend.open(folder));
        theirs = collection(H2Backend.inMemory());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : OPEN.reversed()) {
            each.close();
        }
        OPEN.clear();
    }

    static Stream<String> updates() {
        return Stream.of(
                "{$set: {text: 'für 你', 'map.one': {deep: [1, {a: null}]}, 'made.of.documents': true}}",
                "{$set: {text: null}, $unset: {'map.two': '', none: '', 'none.at.all': ''}}",
                "{$set: {list: []}, $setOnInsert: {fresh: 1, 'map.fresh': 2}}",
                "{$inc: {count: 2, 'counts.2026-11': 1, wide: 5}}",
                "{$inc: {text: 1}}",
                "{$inc: {count: 2147483647}}",
                "{$max: {count: 8, 'map.state': {at: 5, number: '1'}, text: 'z', list: [9], none: 3}}",
                "{$max: {count: 6, 'map.state': {at: 3, number: '1'}, text: 'a', big: 'text'}}",
                "{$min: {count: 6, 'map.state': {at: 3, number: '1'}, text: 'a', empty: 1}}",
                "{$min: {count: 7.5, none: 'first'}}",
                "{$push: {list: {$each: [{d: 4}], $slice: -3}, logs: {$each: ['x'], $slice: -2}}}",
                "{$push: {list: {$each: [4, 5], $slice: -30}}}",
                "{$push: {list: {$each: [1, 2, 3, 4, 5], $slice: -2}}}",
                "{$push: {list: 4}}",
                "{$push: {text: {$each: [4], $slice: -3}}}",
                "{$set: {'list.1': 'second', 'text.of': 1}}",
                "{$set: {'list.1': 'second'}}",
                "{$set: {'map.one': 1}, $inc: {'map': 1}}",
                "{$set: {'map.one': 1}, $inc: {'map.one': 1}}",
                "{$set: {'': 1}}",
                "{$set: {'a..b': 1}}",
                "{$set: {'$a': 1}}",
                "{$set: {_id: 'other'}}",
                "{$addToSet: {list: 2}}",
                "{$nothing: {}}",
                "{$set: {}}");
    }

    @ParameterizedTest
    @MethodSource("updates")
    void changesADocumentAsTheServersOwnUpdateWould(String update) {
        for (var collection : List.of(ours, theirs)) {
            collection.insertOne(stored());
        }

        assertThat(outcome(ours, update)).isEqualTo(outcome(theirs, update));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void makesADocumentAsTheServersOwnUpdateWould(String update) {
        assertThat(outcome(ours, update)).isEqualTo(outcome(theirs, update));
    }

    @Test
    void findsTheDocumentsOfAListOfIds() {
        ours.insertMany(List.of(new Document("_id", "b"), new Document("_id", "a"), new Document("_id", "c")));

        assertThat(ours.find(Document.parse("{_id: {$in: ['c', 'nobody', 'a', 'c']}}")))
                .containsExactlyInAnyOrder(new Document("_id", "a"), new Document("_id", "c"));
    }

    private static Document stored() {
        return Document.parse("{_id: 'a', text: 'm', count: 7, counts: {}, list: [1, 'two', {t: 3}], empty: null,"
                        + " map: {one: 1, two: 2.5, state: {at: 4, number: '2'}}, last: true}")
                .append("wide", 8_000_000_000L)
                .append("when", new BsonDateTime(0))
                .append("big", new ObjectId("69217f2c0b5e4d3a2c1b0a99"))
                .append("bytes", new Binary(new byte[] {1, 0, 2}));
    }

    /** What is answered, and what then stands there. */
    private static String outcome(MongoCollection<Document> collection, String update) {
        String answer;
        try {
            var result = collection.updateOne(
                    new Document("_id", "a"), Document.parse(update), new UpdateOptions().upsert(true));
            answer = result.getMatchedCount() + " " + result.getModifiedCount() + " " + result.getUpsertedId();
        } catch (MongoWriteException e) {
            answer = e.getError().getCode() + " " + e.getError().getMessage();
        }
        return answer + " " + collection.find().map(Document::toJson).first();
    }

    private static MongoCollection<Document> collection(MongoBackend backend) {
        MongoServer server = new MongoServer(backend);
        OPEN.add(server::shutdownNow);
        MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
        OPEN.add(client);
        return client.getDatabase("carryon").getCollection("kept");
    }
}
