package io.carryon.local.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/** A database's collections and unique indexes, each a map of the store. */
final class DocumentDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    /** Before the full names of collections. */
    static final String COLLECTION = "collection.";

    private static final String INDEX = "index.";

    private final JournaledStore store;

    DocumentDatabase(String name, JournaledStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new DocumentCollection(this, name, options, cursorRegistry, store, store.map(mapOf(name)));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return keys.size() == 1 && keys.getFirst().getKey().equals("_id")
                ? new IdIndex(index, keys, store.map(mapOf(collection)))
                : new FieldIndex(index, keys, sparse, store, store.map(mapOf(collection, index)));
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String index) {
        super.dropIndex(collection, index);
        store.drop(mapOf(collection.getCollectionName(), index));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.drop(mapOf(name));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        store.names().stream()
                .filter(map -> map.startsWith(mapOf("")) || map.startsWith(mapOf("", "")))
                .forEach(store::drop);
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        String oldMap = COLLECTION + collection.getFullName();
        super.moveCollection(oldDatabase, collection, newName);
        store.rename(oldMap, mapOf(newName));
    }

    private String mapOf(String collection) {
        return COLLECTION + getDatabaseName() + "." + collection;
    }

    private String mapOf(String collection, String index) {
        return INDEX + getDatabaseName() + "." + collection + (index.isEmpty() ? "" : "." + index);
    }

    @Override
    protected long getStorageSize() {
        return store.size();
    }

    @Override
    protected long getFileSize() {
        return store.size();
    }
}
