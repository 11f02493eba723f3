package io.carryon.local.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Documents in a file, for mongo-java-server; what was answered survives a kill of the process. */
public final class DurableBackend extends AbstractMongoBackend {

    private static final Logger LOG = Logger.getLogger(DurableBackend.class.getName());
    private static final long SECONDS_BETWEEN_COMMITS = 5;
    private static final long SECONDS_BETWEEN_TIDYINGS = 60;

    /** How long a stop may spend on making the file small. */
    private static final int TIDY_AT_STOP_MILLIS = 1_000;

    private final JournaledStore store;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("commit").factory());

    private DurableBackend(JournaledStore store) {
        this.store = store;
        store.names().stream()
                .filter(map -> map.startsWith(DocumentDatabase.COLLECTION))
                .map(map -> map.substring(DocumentDatabase.COLLECTION.length()).split("\\.", 2)[0])
                .distinct()
                .toList()
                .forEach(this::resolveDatabase);
        repeat(store::commit, SECONDS_BETWEEN_COMMITS);
        repeat(store::tidy, SECONDS_BETWEEN_TIDYINGS);
    }

    /** Opens what is in the folder, in whichever form an earlier version left it. */
    public static DurableBackend open(Path folder) throws IOException {
        Path file = folder.resolve("documents.mv");
        SerializedDocuments old = new SerializedDocuments(folder.resolve("documents.h2"));
        if (Files.notExists(file) && old.exist()) {
            old.moveTo(file);
        }
        return new DurableBackend(JournaledStore.open(file));
    }

    private void repeat(Runnable work, long seconds) {
        var unused = background.scheduleWithFixedDelay(() -> attempt(work), seconds, seconds, TimeUnit.SECONDS);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The documents could not be committed; the journal keeps them", e);
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DocumentDatabase(name, store, getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } finally {
            // Also after an error: an unordered batch may have written its other half.
            store.flush();
        }
    }

    @Override
    public void close() {
        background.shutdown();
        super.close();
        store.close(TIDY_AT_STOP_MILLIS);
    }
}
