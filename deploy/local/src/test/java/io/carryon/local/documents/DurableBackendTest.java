package io.carryon.local.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBackendTest {

    @TempDir
    Path folder;

    @TempDir
    Path other;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whatWasAnsweredIsThereAfterAKill() throws Exception {
        MongoDatabase before = database(folder);
        Document all = new Document("text", "für 你")
                .append("list", List.of(1, 2L, 3.5, true))
                .append("none", null);
        before.getCollection("kept").insertOne(new Document("_id", "a").append("all", all));
        before.getCollection("kept").insertOne(new Document("_id", "gone"));
        before.getCollection("kept").deleteOne(new Document("_id", "gone"));
        push(before, "b", "one");
        push(before, "b", "two");

        MongoDatabase after = database(asKilled());

        assertThat(after.getCollection("kept").find().map(Document::toJson))
                .containsExactly(
                        new Document("_id", "a").append("all", all).toJson(),
                        new Document("_id", "b")
                                .append("entries", List.of("one", "two"))
                                .toJson());
    }

    @Test
    void aChangeCutShortByAKillIsLeftOutAndTheOnesBeforeItStay() throws Exception {
        MongoDatabase before = database(folder);
        push(before, "b", "one");
        push(before, "b", "two");
        Path killed = asKilled();
        try (Stream<Path> files = Files.list(killed)) {
            Path journal = files.filter(file -> file.toString().contains("journal"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(journal);
            Files.write(journal, Arrays.copyOf(bytes, bytes.length - 3), StandardOpenOption.TRUNCATE_EXISTING);
        }

        assertThat(database(killed).getCollection("kept").find())
                .containsExactly(new Document("_id", "b").append("entries", List.of("one")));
    }

    @Test
    void anIdOfAnyTypeFindsItsDocument() throws Exception {
        var kept = database(folder).getCollection("kept");
        List<Object> ids = List.of("text", 7, new ObjectId(), new Document("a", 1), true, 8_000_000_000L);
        ids.forEach(id -> kept.insertOne(new Document("_id", id)));

        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(kept.find(new Document("_id", id)).first()).isEqualTo(new Document("_id", id)));
        assertThat(kept.find(new Document("_id", 7.0)).first()).isEqualTo(new Document("_id", 7));
        assertThatThrownBy(() -> kept.insertOne(new Document("_id", 7.0))).isInstanceOf(MongoWriteException.class);
        assertThat(kept.countDocuments()).isEqualTo(ids.size());
    }

    @Test
    void uniqueFieldsDroppedAndRenamedCollectionsSurviveAKillToo() throws Exception {
        MongoDatabase before = database(folder);
        before.getCollection("people").createIndex(new Document("mail", 1), new IndexOptions().unique(true));
        before.getCollection("people").insertOne(new Document("_id", 1).append("mail", "a@example.com"));
        before.getCollection("old").insertOne(new Document("_id", 1));
        before.getCollection("old").renameCollection(new MongoNamespace("carryon", "new"));
        before.getCollection("dropped").insertOne(new Document("_id", 1));
        before.getCollection("dropped").drop();

        MongoDatabase after = database(asKilled());

        assertThatThrownBy(() ->
                        after.getCollection("people").insertOne(new Document("_id", 2).append("mail", "a@example.com")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(after.getCollection("new").countDocuments()).isEqualTo(1);
        assertThat(after.listCollectionNames()).containsExactlyInAnyOrder("people", "new");
    }

    @Test
    void documentsOfAnEarlierVersionAreTakenOver() throws Exception {
        Path earlier = folder.resolve("documents.h2");
        MongoServer server = new MongoServer(new H2Backend(earlier.toString()));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            push(client.getDatabase("carryon"), "b", "one");
        } finally {
            server.shutdownNow();
        }

        MongoDatabase now = database(folder);
        push(now, "b", "two");

        assertThat(now.getCollection("kept").find())
                .containsExactly(new Document("_id", "b").append("entries", List.of("one", "two")));
        assertThat(earlier).doesNotExist();
    }

    private static void push(MongoDatabase database, String id, String entry) {
        database.getCollection("kept")
                .updateOne(
                        new Document("_id", id),
                        new Document("$push", new Document("entries", entry)),
                        new UpdateOptions().upsert(true));
    }

    private MongoDatabase database(Path data) throws IOException {
        MongoServer server = new MongoServer(DurableBackend.open(data));
        open.add(server::shutdownNow);
        MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
        open.add(client);
        return client.getDatabase("carryon");
    }

    /** What a kill at this moment leaves on the disk. */
    private Path asKilled() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, other.resolve(file.getFileName()));
            }
        }
        return other;
    }
}
