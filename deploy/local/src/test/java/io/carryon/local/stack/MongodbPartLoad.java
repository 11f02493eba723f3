package io.carryon.local.stack;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.carryon.local.process.Supervised;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * What the profile does to the MongoDB part, without the profile: a main class for whoever makes the part cheaper.
 * Prints operations a second and the part's processor time for each. Argument: seconds.
 */
final class MongodbPartLoad {

    private static final int THREADS = 16;
    private static final int CUSTOMERS = 20_000;

    private final MongoCollection<Document> profile;
    private final LongAdder operations = new LongAdder();

    private MongodbPartLoad(MongoCollection<Document> profile) {
        this.profile = profile;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("mongodb-part-load");
        StackPorts ports = StackPorts.free();
        Installation installation =
                new Installation(Path.of("../..").toAbsolutePath().normalize());
        try (Stack stack = new Stack(data, System.out::println)) {
            Supervised part = stack.start(new EmbeddedParts(installation, data, ports, JvmCache.NONE).mongodb());
            part.awaitReady();
            try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + ports.mongodb())) {
                var load = new MongodbPartLoad(client.getDatabase("carryon").getCollection("profile"));
                for (int round = 1; round <= 3; round++) {
                    load.measure(part.pid(), Duration.ofSeconds(Long.parseLong(arguments[0])));
                }
            }
        }
    }

    private void measure(long pid, Duration duration) throws InterruptedException {
        operations.reset();
        Duration before = cpu(pid);
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            IntStream.range(0, THREADS)
                    .forEach(i -> threads.execute(() -> {
                        while (System.nanoTime() < end) {
                            contact();
                        }
                    }));
        }
        double cpuMillis = cpu(pid).minus(before).toNanos() / 1e6;
        System.out.printf(
                "%.0f operations/s, %.2f ms of CPU each%n",
                operations.sum() / (double) duration.toSeconds(), cpuMillis / operations.sum());
    }

    private void contact() {
        int customer = ThreadLocalRandom.current().nextInt(CUSTOMERS);
        String contact = "contact:" + UUID.randomUUID();
        List<String> ids = List.of("customer:" + customer, "handle:mail:" + customer, "timeline:" + customer);
        profile.find(new Document("_id", new Document("$in", ids))).forEach(document -> {});
        Document entry = new Document("contact", contact)
                .append("subject", "Where is my order?")
                .append("text", "x".repeat(200));
        profile.bulkWrite(List.of(
                upsert(
                        ids.get(0),
                        new Document("$set", new Document("last", contact))
                                .append("$inc", new Document("contacts", 1))),
                upsert(ids.get(1), new Document("$set", new Document("customer", ids.get(0)))),
                upsert(
                        ids.get(2),
                        new Document(
                                "$push",
                                new Document("entries", new Document("$each", List.of(entry)).append("$slice", -20)))),
                upsert(
                        "issue:" + customer,
                        new Document("$set", new Document("subject", "Where is my order?").append("open", true))
                                .append("$inc", new Document("contacts", 1)))));
        profile.insertOne(
                new Document("_id", contact).append("customer", ids.get(0)).append("entry", entry));
        operations.add(3);
    }

    private static UpdateOneModel<Document> upsert(String id, Document update) {
        return new UpdateOneModel<>(new Document("_id", id), update, new UpdateOptions().upsert(true));
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }
}
