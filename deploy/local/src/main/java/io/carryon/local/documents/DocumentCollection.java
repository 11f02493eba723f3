package io.carryon.local.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** A collection whose documents are kept as BSON, by id; its natural order is that of the ids. */
final class DocumentCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final JournaledStore store;
    private final MVMap<Object, byte[]> documents;

    DocumentCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            JournaledStore store,
            MVMap<Object, byte[]> documents) {
        super(database, name, options, cursors);
        this.store = store;
        this.documents = documents;
    }

    /** Where a document of this id is: 1 and 1.0 are the same id. */
    static Object position(Object id) {
        return id instanceof String
                ? id
                : Missing.ofNullable(new KeyValue(id).normalized().get(0));
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position =
                getIdField() == null ? UUID.randomUUID() : position(Utils.getSubdocumentValue(document, getIdField()));
        store.put(documents, position, ValueType.encodeDocument(document));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        store.put(documents, Missing.ofNullable(position), ValueType.encodeDocument(newDocument));
    }

    @Override
    protected void removeDocument(Object position) {
        if (store.put(documents, position, null) == null) {
            throw new NoSuchElementException("No document with key " + position);
        }
    }

    /** An update by id alone, which is nearly all there are, needs neither a search nor the whole document decoded. */
    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        if (arrayFilters.isEmpty() && isPlain(oplog) && soleId(selector) instanceof String id) {
            try {
                return updateDocument(id, new UsualUpdate(update), isUpsert);
            } catch (UnusualUpdateException e) {
                // Nothing was changed.
            }
        }
        return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
    }

    private Document updateDocument(String id, UsualUpdate update, boolean isUpsert) {
        byte[] before = documents.get(id);
        if (before == null) {
            if (isUpsert) {
                store.put(documents, id, update.of(ValueType.encodeDocument(new Document("_id", id)), true));
            }
            return isUpsert ? updated(0, 0).append("upserted", id) : updated(0, 0);
        }
        byte[] after = update.of(before, false);
        boolean isSame = Arrays.equals(before, after);
        if (!isSame) {
            store.put(documents, id, after);
        }
        return updated(1, isSame ? 0 : 1);
    }

    private static Document updated(int matched, int modified) {
        return new Document("n", matched).append("nModified", modified);
    }

    /** Whether nobody but this collection has to know of a change. */
    private boolean isPlain(Oplog oplog) {
        return "_id".equals(getIdField())
                && oplog instanceof NoopOplog
                && getIndexes().stream().allMatch(IdIndex.class::isInstance);
    }

    /** The id when the query asks for nothing else. */
    private static Object soleId(Document query) {
        return query.size() == 1 ? query.get("_id") : null;
    }

    /** A list of ids needs no comparison of what is found by them. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int numberToSkip, int limit, int batchSize, Document fieldSelector) {
        if ((orderBy == null || orderBy.isEmpty())
                && numberToSkip == 0
                && limit == 0
                && (fieldSelector == null || fieldSelector.isEmpty())
                && soleId(query) instanceof Document in
                && in.size() == 1
                && in.get("$in") instanceof Collection<?> ids
                && ids.stream().allMatch(String.class::isInstance)) {
            return createQueryResult(
                    new TreeSet<Object>(ids)
                            .stream()
                                    .map(this::getDocument)
                                    .filter(Objects::nonNull)
                                    .toList(),
                    batchSize);
        }
        return super.queryDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Document getDocument(Object position) {
        byte[] document = documents.get(position);
        return document == null ? null : ValueType.decodeDocument(document);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Sizes are counted when somebody asks, instead of at every change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("Sizes are not tracked");
    }

    @Override
    protected int getDataSize() {
        return documents.values().stream().mapToInt(document -> document.length).sum();
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(ValueType.decodeDocument(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int numberToSkip, int limit, int batchSize, Document fieldSelector) {
        Stream<Document> stream = documents.values().stream().map(ValueType::decodeDocument);
        if (isNaturalDescending(orderBy)) {
            stream = documents.keySet().stream()
                    .sorted(Comparator.comparing(key -> key, ValueType.INSTANCE::compare)
                            .reversed())
                    .map(this::getDocument);
        }
        return matchDocumentsFromStream(stream, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }
}
