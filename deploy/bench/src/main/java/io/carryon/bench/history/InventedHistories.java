package io.carryon.bench.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * Customers with their contacts, which follow from two numbers: the same ones are the same, word for word.
 *
 * @param customers from 1
 * @param contacts of all of them together, at least one each
 */
public record InventedHistories(int customers, int contacts) {

    private static final int BATCH = 1_000;
    private static final Instant FIRST = Instant.parse("2024-11-01T08:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(97);

    public InventedHistories {
        if (customers < 1 || contacts < customers) {
            throw new IllegalArgumentException("every customer has at least one contact");
        }
    }

    /** Hands over the documents of some customers, about a thousand at a time, each with its {@code _id}. */
    public void batches(int firstCustomer, int behindLast, Consumer<List<Document>> taker) {
        var batch = new ArrayList<Document>();
        for (int customer = firstCustomer; customer < behindLast; customer++) {
            var from = (int) ((long) contacts * customer / customers);
            var to = (int) ((long) contacts * (customer + 1) / customers);
            batch.addAll(new InventedCustomer(customer, FIRST.plus(BETWEEN.multipliedBy(customer % 100_000)))
                    .after(from, to)
                    .values());
            if (batch.size() >= BATCH) {
                taker.accept(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            taker.accept(batch);
        }
    }
}
