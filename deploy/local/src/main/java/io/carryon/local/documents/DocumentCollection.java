package io.carryon.local.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.NoSuchElementException;
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
