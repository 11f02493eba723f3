package io.carryon.gateway.chat.signal;

import io.carryon.gateway.chat.ChatNews;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Listens to what other processes tell of chats, on a connection of its own. While it has none, those who look after
 * chats notice a little later by themselves.
 */
@ApplicationScoped
public class SignalListener {

    private static final Logger LOG = Logger.getLogger(SignalListener.class);
    private static final int WAIT_MILLIS = 1_000;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ChatNews news;
    private final String url;
    private final String user;
    private final String password;

    public SignalListener(
            ChatNews news,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.news = news;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("chat-signals").start(this::listen);
    }

    void stop(@Observes ShutdownEvent ended) {
        stopped.countDown();
    }

    private void listen() {
        while (!isStopped(0)) {
            try (var connection = DriverManager.getConnection(url, user, password)) {
                listen(connection);
            } catch (SQLException e) {
                LOG.warnf(
                        "Nothing is heard of chats in other processes until the database is back: %s", e.getMessage());
                isStopped(WAIT_MILLIS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + ChatSignals.CHANNEL);
        }
        var signals = connection.unwrap(PGConnection.class);
        while (!isStopped(0)) {
            var heard = signals.getNotifications(WAIT_MILLIS);
            if (heard != null) {
                for (var signal : heard) {
                    hear(signal.getParameter());
                }
            }
        }
    }

    private void hear(String words) {
        var parts = words.split(" ");
        if (parts[0].equals(ChatSignals.PROCESS)) {
            return;
        }
        var sessions = new ArrayList<UUID>();
        for (var i = 1; i < parts.length; i++) {
            try {
                sessions.add(UUID.fromString(parts[i]));
            } catch (IllegalArgumentException e) {
                LOG.debugf("Something else was told on %s", ChatSignals.CHANNEL);
            }
        }
        news.heard(sessions);
    }

    private boolean isStopped(int afterMillis) {
        try {
            return stopped.await(afterMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
