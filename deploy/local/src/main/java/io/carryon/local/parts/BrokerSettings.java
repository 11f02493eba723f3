package io.carryon.local.parts;

import java.nio.file.Path;
import java.util.Properties;

/** A broker for one machine: small, quick to start, quick to answer. */
final class BrokerSettings {

    private BrokerSettings() {}

    static Properties of(Path logs, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", logs.toString());
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        topics(settings);
        singleNode(settings);
        quickElection(settings);
        return settings;
    }

    private static void topics(Properties settings) {
        settings.put("auto.create.topics.enable", "true");
        // Each is fetched and committed for itself; two keep a slow customer from holding up all.
        settings.put("num.partitions", "2");
        settings.put("log.retention.hours", "336");
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("log.retention.bytes", Integer.toString(512 << 20));
        settings.put("message.max.bytes", Integer.toString(8 << 20));
        // Two weeks away must not make a consumer forget where it was.
        settings.put("offsets.retention.minutes", Integer.toString(60 * 24 * 30));
    }

    private static void singleNode(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        // Two cores serve everything; more threads only hand requests to and fro.
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        // Nobody waits for the metadata log to move on; each record of it is flushed to the disk.
        settings.put("metadata.max.idle.interval.ms", "0");
        settings.put("metric.reporters", "");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
    }

    private static void quickElection(Properties settings) {
        settings.put("controller.quorum.election.timeout.ms", "100");
        settings.put("controller.quorum.election.backoff.max.ms", "100");
        settings.put("controller.quorum.fetch.timeout.ms", "500");
        settings.put("broker.heartbeat.interval.ms", "500");
        // A broker that was killed may come back only when its old session has ended.
        settings.put("broker.session.timeout.ms", "2500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("initial.broker.registration.timeout.ms", "30000");
    }
}
