package io.carryon.local.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * Maps in one H2 file, and a journal of what changed since the file was last committed. A commit rewrites whole pages
 * of a tree; the journal lets many changes share one without anybody waiting for it.
 */
final class JournaledStore {

    private static final int CACHE_MEGABYTES = 32;

    /** A change rewrites its page, so a page is little more than the largest usual document. */
    private static final int PAGE_BYTES = 4 << 10;

    /** What may gather between two commits; H2 commits by itself beyond. */
    private static final int UNCOMMITTED_KILOBYTES = 16 << 10;

    /** Below this share of live pages a piece of the file is written anew. */
    private static final int SPARSE_PERCENT = 50;

    private static final int COMPACT_BYTES = 4 << 20;

    private final Path file;
    private final MVStore store;

    /** Held while the journal is written or exchanged; always taken before the store's own lock. */
    private final Object writing = new Object();

    private final Object committing = new Object();

    private ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
    private long changes;
    private long written;
    private long committed;
    private long journals;
    private Journal journal;
    private IOException failure;

    private JournaledStore(Path file) {
        this.file = file;
        this.store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .autoCommitBufferSize(UNCOMMITTED_KILOBYTES)
                .autoCommitDisabled()
                .open();
    }

    /** Opens the file, makes up for what a kill kept out of it, and begins a new journal. */
    static JournaledStore open(Path file) throws IOException {
        JournaledStore opened = new JournaledStore(file);
        List<Path> old = journalsOf(file);
        for (Path journal : old) {
            Journal.read(journal, opened::again);
        }
        opened.store.commit();
        for (Path journal : old) {
            Files.delete(journal);
        }
        opened.journal = opened.nextJournal();
        return opened;
    }

    /** Deletes the file and its journals. */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        for (Path journal : journalsOf(file)) {
            Files.delete(journal);
        }
    }

    private static List<Path> journalsOf(Path file) throws IOException {
        String name = file.getFileName() + ".journal-";
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(each -> each.getFileName().toString().startsWith(name))
                    .sorted(Comparator.comparingLong(
                            each -> Long.parseLong(each.getFileName().toString().substring(name.length()))))
                    .toList();
        }
    }

    private Journal nextJournal() throws IOException {
        return new Journal(file.resolveSibling(file.getFileName() + ".journal-" + ++journals));
    }

    private void again(int map, byte[] key, byte[] value) {
        MVMap<Object, byte[]> target = store.openMap(map, types());
        if (value == null) {
            target.remove(ValueType.decode(key));
        } else {
            target.put(ValueType.decode(key), value);
        }
    }

    private static MVMap.Builder<Object, byte[]> types() {
        return new MVMap.Builder<Object, byte[]>().keyType(ValueType.INSTANCE).valueType(ByteArrayDataType.INSTANCE);
    }

    Set<String> names() {
        return store.getMapNames();
    }

    long size() {
        return store.getFileStore().size();
    }

    /** The map of this name; made if there is none. To be changed by this store's methods alone. */
    MVMap<Object, byte[]> map(String name) {
        boolean isNew = !store.hasMap(name);
        MVMap<Object, byte[]> map = store.openMap(name, types());
        if (isNew) {
            // The journal knows maps by the numbers they have in the file.
            commit();
        }
        return map;
    }

    /** Puts the value, or nothing for null, and answers what was there before. */
    byte[] put(MVMap<Object, byte[]> map, Object key, byte[] value) {
        byte[] keyBytes = ValueType.encode(key);
        // Together, so that a commit never sees less than the journal that it makes superfluous.
        synchronized (this) {
            Journal.append(unwritten, map.getId(), keyBytes, value);
            changes++;
            return value == null ? map.remove(key) : map.put(key, value);
        }
    }

    void drop(String name) {
        store.removeMap(name);
        commit();
    }

    void rename(String name, String newName) {
        store.renameMap(map(name), newName);
        commit();
    }

    /** Returns when everything that was put before survives a kill of this process. */
    void flush() {
        long mine;
        synchronized (this) {
            mine = changes;
        }
        synchronized (writing) {
            // Whoever came first has written for all who waited.
            if (written < mine) {
                write();
            }
        }
    }

    private void write() {
        byte[] bytes;
        long upTo;
        synchronized (this) {
            bytes = unwritten.toByteArray();
            unwritten.reset();
            upTo = changes;
        }
        try {
            if (failure != null) {
                throw failure;
            }
            journal.write(bytes);
            written = upTo;
        } catch (IOException e) {
            // What is half written ends the journal; nothing behind it would ever be read.
            failure = e;
            throw new UncheckedIOException("The journal cannot be written any more", e);
        }
    }

    /**
     * Brings all changes into the file and begins a new journal; does nothing when nothing changed. One at a time: a
     * journal that outlived a newer one would take its keys back at the next start.
     */
    void commit() {
        synchronized (committing) {
            commitAlone();
        }
    }

    private void commitAlone() {
        List<Journal> superfluous = new ArrayList<>();
        try {
            synchronized (writing) {
                flush();
                if (written != committed || store.hasUnsavedChanges()) {
                    committed = written;
                    superfluous.add(journal);
                    journal = nextJournal();
                }
            }
            store.commit();
            for (Journal each : superfluous) {
                each.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be exchanged", e);
        }
    }

    /** Gives back some of the space of old versions; nobody else does. */
    void tidy() {
        store.compact(SPARSE_PERCENT, COMPACT_BYTES);
    }

    /** Commits, and makes the file small as far as the time reaches. */
    void close(int tidyMillis) {
        try {
            commit();
            store.compactFile(tidyMillis);
            store.close();
            journal.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
