package io.carryon.bench;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.carryon.bench.history.InventedHistories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;

/** Fills the running stack's document server with customers and their histories, as if they had been there for years. */
final class ProfileLoad {

    private static final String COLLECTION = "profile";
    private static final int NEWS_EVERY_SECONDS = 10;
    private static final int WORKERS = 2;
    private static final int DUPLICATE_KEY = 11000;

    /** Held, because the logging framework forgets the level of a logger that nobody holds. */
    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

    private ProfileLoad() {}

    public static void main(String[] args) throws Exception {
        DRIVER.setLevel(Level.WARNING);
        var options = new Options(args);
        var customers = options.number("customers", 1_000);
        var histories = new InventedHistories(customers, options.number("contacts", 10 * customers));
        var stack = new RunningStack(Path.of(options.text("run", ".carryon/run.json")));
        var uri = options.text("mongodb", null);
        var database = options.text("database", null);
        try (var client = MongoClients.create(uri != null ? uri : stack.mongodbUri())) {
            load(
                    histories,
                    client.getDatabase(database != null ? database : stack.mongodbDatabase())
                            .getCollection(COLLECTION));
        }
    }

    private static void load(InventedHistories histories, MongoCollection<Document> collection) throws Exception {
        var progress = new Progress(System.nanoTime());
        // One makes documents while the server takes the other's.
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var parts = new ArrayList<Future<?>>();
            for (int part = 0; part < WORKERS; part++) {
                var from = (int) ((long) histories.customers() * part / WORKERS);
                var to = (int) ((long) histories.customers() * (part + 1) / WORKERS);
                parts.add(workers.submit(
                        () -> histories.batches(from, to, batch -> progress.more(insert(collection, batch)))));
            }
            for (var part : parts) {
                part.get();
            }
        }
        progress.print();
        System.out.printf(
                "%d customers with %d contacts are loaded, in %d s%n",
                histories.customers(), histories.contacts(), progress.seconds());
    }

    /** What an earlier run has loaded is the same and stays; returns how many documents are new. */
    private static int insert(MongoCollection<Document> collection, List<Document> batch) {
        try {
            return collection
                    .insertMany(batch, new InsertManyOptions().ordered(false))
                    .getInsertedIds()
                    .size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
            return batch.size() - e.getWriteErrors().size();
        }
    }

    /** Tells how far it is. */
    private static final class Progress {

        private final long start;
        private long documents;
        private long told;

        Progress(long start) {
            this.start = start;
            this.told = start;
        }

        synchronized void more(int count) {
            documents += count;
            if (System.nanoTime() - told
                    > Duration.ofSeconds(NEWS_EVERY_SECONDS).toNanos()) {
                told = System.nanoTime();
                print();
            }
        }

        void print() {
            System.out.printf("  %9d documents, %d/s%n", documents, documents / Math.max(1, seconds()));
        }

        long seconds() {
            return Duration.ofNanos(System.nanoTime() - start).toSeconds();
        }
    }
}
