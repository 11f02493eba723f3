package io.carryon.gateway.chat.signal;

import io.carryon.gateway.chat.ChatSignal;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells the other processes which chats have changed, by the database's own notifications: many at a time, on a thread of
 * its own, in no transaction of anybody's, for a notification makes commits wait for each other.
 */
@ApplicationScoped
class ChatSignals implements ChatSignal {

    static final String CHANNEL = "carryon_chat";

    /** Ours, so that we pass over what we told ourselves. */
    static final String PROCESS = UUID.randomUUID().toString();

    private static final Logger LOG = Logger.getLogger(ChatSignals.class);

    /** A notification holds 8,000 bytes. */
    private static final int AT_ONCE = 200;

    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Sql sql;
    private boolean sending;

    ChatSignals(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void send(Collection<UUID> sessionIds) {
        synchronized (waiting) {
            waiting.addAll(sessionIds);
            if (sending) {
                return;
            }
            sending = true;
        }
        Thread.ofVirtual().start(this::sendAll);
    }

    private void sendAll() {
        for (var next = next(); !next.isEmpty(); next = next()) {
            var words = next.stream().map(UUID::toString).collect(Collectors.joining(" ", PROCESS + " ", ""));
            try {
                sql.query("select pg_notify(?, ?)", row -> true, CHANNEL, words);
            } catch (StorageException e) {
                // The others notice by themselves, a little later.
                LOG.debugf("Chats' news were not told to other processes: %s", e.getMessage());
            }
        }
    }

    /** Some of those that wait; when there are none the thread is done. */
    private List<UUID> next() {
        synchronized (waiting) {
            var next = new ArrayList<>(waiting.stream().limit(AT_ONCE).toList());
            next.forEach(waiting::remove);
            sending = !next.isEmpty();
            return next;
        }
    }
}
