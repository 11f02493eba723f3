package io.carryon.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker that is its own controller (KRaft combined mode). */
final class KafkaPart implements Part {

    private final Path data;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    KafkaPart(Path data, int port, int controllerPort) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public void start() throws IOException {
        Path logs = data.resolve("log");
        if (Files.notExists(logs.resolve("meta.properties"))) {
            format(logs);
        }
        CheapMetrics.register();
        server = new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.of(logs, port, controllerPort)), Time.SYSTEM);
        server.startup();
    }

    private static void format(Path logs) throws IOException {
        Files.createDirectories(logs);
        try {
            new Formatter()
                    .setPrintStream(System.err)
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .addDirectory(logs.toString())
                    .setMetadataLogDirectory(logs.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // The formatter declares no less.
            throw new IOException("Kafka's data directory " + logs + " could not be prepared", e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
