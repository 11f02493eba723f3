package io.carryon.local.documents;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** A unique index over fields other than the id, in a map of its own. */
final class FieldIndex extends AbstractUniqueIndex<Object> {

    private final JournaledStore store;
    private final MVMap<Object, byte[]> positions;

    FieldIndex(
            String name, List<IndexKey> keys, boolean sparse, JournaledStore store, MVMap<Object, byte[]> positions) {
        super(name, keys, sparse);
        this.store = store;
        this.positions = positions;
    }

    @Override
    protected Object getPosition(KeyValue key) {
        return decoded(positions.get(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        if (positions.containsKey(key)) {
            return false;
        }
        store.put(positions, key, ValueType.encode(Missing.ofNullable(position)));
        return true;
    }

    @Override
    protected Object removeDocument(KeyValue key) {
        return decoded(store.put(positions, key, null));
    }

    private static Object decoded(byte[] position) {
        return position == null ? null : ValueType.decode(position);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> positions.entrySet().stream()
                .map(entry -> Map.entry((KeyValue) entry.getKey(), ValueType.decode(entry.getValue())))
                .iterator();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
