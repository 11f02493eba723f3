package io.carryon.profile.documents;

import com.mongodb.client.MongoClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** Documents that count their round trips. */
public final class CountingDocuments extends Documents {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    CountingDocuments(MongoClient client, DocumentsConfig config) {
        super(client, config);
    }

    /** Since they were last asked for, such as {@code 2 reads, 2 writes}. */
    public String roundTrips() {
        return reads.getAndSet(0) + " reads, " + writes.getAndSet(0) + " writes";
    }

    @Override
    public Map<String, Document> find(Collection<String> ids) {
        if (!ids.isEmpty()) {
            reads.incrementAndGet();
        }
        return super.find(ids);
    }

    @Override
    public Optional<Document> createIfAbsent(String id, Map<String, Object> fields) {
        writes.incrementAndGet();
        return super.createIfAbsent(id, fields);
    }

    @Override
    public void apply(List<Change> changes) {
        if (changes.stream().anyMatch(change -> !change.isEmpty())) {
            writes.incrementAndGet();
        }
        super.apply(changes);
    }
}
