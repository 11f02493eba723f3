package io.carryon.gateway.testing;

import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A corner of the real stack behind wires that a test can cut, without a mail server until it comes back, and small
 * limits that a test can reach: all that needs an application of its own, in one.
 */
public final class CutStackResource implements QuarkusTestResourceLifecycleManager {

    private Wire database;
    private ServerSocket commands;

    @Override
    public Map<String, String> start() {
        var stack = new LocalStackResource();
        stack.init(Map.of("name", "gateway-cut"));
        var settings = new HashMap<>(stack.start());
        var address = URI.create(settings.get("carryon.postgres.url").substring("jdbc:".length()));
        try {
            database = new Wire(address.getHost(), address.getPort());
            commands = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> DatabaseWire.obey(commands, database));
            settings.put(DatabaseWire.PORT, String.valueOf(commands.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put(
                "carryon.postgres.url",
                "jdbc:" + address.toString().replace(address.getAuthority(), "127.0.0.1:" + database.port()));
        settings.put(
                "mp.messaging.outgoing.contact-received.partitioner.class", "io.carryon.gateway.testing.BrokerWire");
        settings.put(
                "mp.messaging.outgoing.recognition-answered.partitioner.class",
                "io.carryon.gateway.testing.BrokerWire");
        settings.put("mp.messaging.outgoing.call-changed.partitioner.class", "io.carryon.gateway.testing.BrokerWire");
        settings.put("carryon.phone.events", "5");
        settings.putAll(AbsentMailServer.settings());
        settings.put("carryon.contacts.ack-deadline", "1s");
        settings.put("carryon.phone.republish-every", "1h");
        settings.put("carryon.portal.messages", "4");
        settings.put("carryon.chat.messages", "2");
        settings.put("carryon.admission.at-work", "2");
        settings.put("carryon.admission.waiting", "1");
        settings.put("carryon.admission.patience", "20s");
        settings.put("quarkus.datasource.jdbc.acquisition-timeout", "1s");
        return settings;
    }

    /** After the whole module's stack, whose settings these replace. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        try {
            if (database != null) {
                commands.close();
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
