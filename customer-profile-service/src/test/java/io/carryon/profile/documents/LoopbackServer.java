package io.carryon.profile.documents;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/** A server within the test's process that speaks MongoDB's protocol and keeps nothing: quick, and without Quarkus. */
public final class LoopbackServer implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String uri = "mongodb:/" + server.bind();
    private final MongoClient client = MongoClients.create(uri);

    private record Database(String uri, String database, int requestsAtOnce) implements DocumentsConfig {}

    /** Documents in a database of their own. */
    public Documents documents() {
        return documents("test-" + UUID.randomUUID());
    }

    /** Documents in the database of that name. */
    public Documents documents(String database) {
        return new Documents(client, config(database));
    }

    /** The same, of which a write may be made to fail. */
    public StoppingDocuments stoppingDocuments(String database) {
        return new StoppingDocuments(client, config(database));
    }

    /** Documents in a database of their own that count their round trips. */
    public CountingDocuments countingDocuments() {
        return new CountingDocuments(client, config("test-" + UUID.randomUUID()));
    }

    /** Everything in the database of that name, as JSON. */
    public String everything(String database) {
        var all = new StringBuilder();
        client.getDatabase(database)
                .getCollection("profile")
                .find()
                .forEach(document -> all.append(document.toJson()).append('\n'));
        return all.toString();
    }

    public void drop(String database) {
        client.getDatabase(database).drop();
    }

    private DocumentsConfig config(String database) {
        return new Database(uri, database, 1);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
