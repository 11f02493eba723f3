package io.carryon.profile.documents;

import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Documents of a service that is killed before, within or after one of its writes. */
public final class StoppingDocuments extends Documents {

    private int writesLeft = Integer.MAX_VALUE;
    private String kind;
    private Runnable meanwhile;

    StoppingDocuments(MongoClient client, DocumentsConfig config) {
        super(client, config);
    }

    /** What the service throws when it is killed. */
    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Makes so many single changes and dies at the next. */
    public void dieAfter(int writes) {
        writesLeft = writes;
    }

    /** Runs once, just before the next document of that kind is made. */
    public void before(String kind, Runnable meanwhile) {
        this.kind = kind;
        this.meanwhile = meanwhile;
    }

    public int writesLeft() {
        return writesLeft;
    }

    public void live() {
        writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public void apply(List<Change> changes) {
        if (writesLeft == Integer.MAX_VALUE) {
            super.apply(changes);
            return;
        }
        for (var change : changes) {
            if (!change.isEmpty()) {
                count();
                super.apply(List.of(change));
            }
        }
    }

    @Override
    public Optional<Document> createIfAbsent(String id, Map<String, Object> fields) {
        if (meanwhile != null && id.startsWith(kind)) {
            var work = meanwhile;
            meanwhile = null;
            work.run();
        }
        count();
        return super.createIfAbsent(id, fields);
    }

    @Override
    public void remove(String id) {
        count();
        super.remove(id);
    }

    @Override
    public void remove(String id, String field, Object value) {
        count();
        super.remove(id, field, value);
    }

    private void count() {
        if (writesLeft-- <= 0) {
            throw new Killed();
        }
    }
}
