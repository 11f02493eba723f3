package io.carryon.local.parts;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/** Answers a write only after its commit is in the file; the library's default loses up to a second on a kill. */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlasterror",
            "getmore",
            "getparameter",
            "hello",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    /** Below this size rewriting the file gains nothing worth the wait at the start. */
    private static final long WORTH_COMPACTING_BYTES = 64L << 20;

    /** How long a stop may spend on making the file small. */
    private static final int COMPACT_AT_STOP_MILLIS = 1500;

    private final GroupCommit commits;

    private DurableBackend(MVStore store) {
        super(store);
        this.commits = new GroupCommit(store);
    }

    static DurableBackend open(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > WORTH_COMPACTING_BYTES) {
            MVStoreTool.compact(file.toString(), false);
        }
        return new DurableBackend(new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(48)
                .autoCommitDisabled()
                .open());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } finally {
            // Also after an error: an unordered batch may have written its other half.
            String command = message.getDocument().keySet().iterator().next();
            if (!READS.contains(command.toLowerCase(Locale.ROOT))) {
                commits.await();
            }
        }
    }

    @Override
    public void close() {
        commits.close();
        getMvStore().compactFile(COMPACT_AT_STOP_MILLIS);
        super.close();
    }
}
