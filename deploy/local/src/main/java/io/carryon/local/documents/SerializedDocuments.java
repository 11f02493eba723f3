package io.carryon.local.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The file of an earlier version, in which documents are serialized Java objects. */
record SerializedDocuments(Path file) {

    private static final String COLLECTION = "databases.";

    boolean exist() {
        return Files.exists(file);
    }

    /** Copies all documents and then deletes the old file; a copy that was cut short is made again. */
    void moveTo(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        JournaledStore.delete(part);
        MVStore from =
                new MVStore.Builder().fileName(file.toString()).readOnly().open();
        JournaledStore to = JournaledStore.open(part);
        try {
            from.getMapNames().stream()
                    .filter(map -> map.startsWith(COLLECTION))
                    .forEach(map -> copy(
                            from.openMap(map), to, DocumentDatabase.COLLECTION + map.substring(COLLECTION.length())));
        } finally {
            from.closeImmediately();
            to.close(0);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(file);
    }

    private static void copy(MVMap<Object, Document> from, JournaledStore to, String name) {
        MVMap<Object, byte[]> target = to.map(name);
        from.forEach((key, document) -> to.put(
                target,
                key instanceof UUID ? key : DocumentCollection.position(key),
                ValueType.encodeDocument(document)));
        to.flush();
    }
}
