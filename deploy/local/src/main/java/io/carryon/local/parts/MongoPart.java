package io.carryon.local.parts;

import de.bwaldvogel.mongo.MongoServer;
import io.carryon.local.documents.DurableBackend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A server that speaks MongoDB's protocol and keeps its documents in one file. */
final class MongoPart implements Part {

    /** Nothing waits for long any more; a connection stays with its thread. */
    private static final int THREADS = 4;

    private final Path data;
    private final int port;
    private MongoServer server;

    MongoPart(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    @Override
    public void start() throws IOException {
        server = new MongoServer(DurableBackend.open(data));
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, THREADS);
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdownNow();
        }
    }
}
