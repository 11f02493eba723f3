package io.carryon.local.parts;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A server that speaks MongoDB's protocol and keeps its documents in one H2 file. */
final class MongoPart implements Part {

    /** As many answers can wait for one commit as there are threads; more than cores on purpose. */
    private static final int THREADS = 48;

    private final Path file;
    private final int port;
    private DurableBackend backend;
    private MongoServer server;

    MongoPart(Path data, int port) {
        this.file = data.resolve("documents.h2");
        this.port = port;
    }

    @Override
    public void start() throws IOException {
        backend = DurableBackend.open(file);
        server = new MongoServer(backend);
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, THREADS);
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdownNow();
        }
    }
}
