package io.carryon.ticketing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Announces one event of a ticket's log once more; consumers know it by its id. */
@ApplicationScoped
public class AnnounceAgain {

    private final DataSource database;
    private final OutboxStore store;
    private final RowReader reader;
    private final Announcer announcer;

    AnnounceAgain(DataSource database, OutboxStore store, RowReader reader, Announcer announcer) {
        this.database = database;
        this.store = store;
        this.reader = reader;
        this.announcer = announcer;
    }

    /** Empty when it is out, else why it still cannot go; a KafkaException when the broker is away. */
    public Optional<String> announce(UUID ticketId, int revision) {
        try (var connection = database.getConnection()) {
            var row = store.one(connection, ticketId, revision);
            if (row.isEmpty()) {
                return Optional.of("the ticket's log has no such event");
            }
            var named = OwnerNames.named(connection, List.of(reader.read(row.get())));
            return announcer.announce(Announcement.of(named.getFirst())).stream()
                    .map(Announcer.Refused::reason)
                    .findFirst();
        } catch (UnreadableRowException e) {
            return Optional.of(e.getMessage());
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }
}
