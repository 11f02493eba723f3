package io.carryon.ticketing.routing;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** How each queue's tickets find their agents, in the caller's transaction. */
@ApplicationScoped
public class QueueRoutings {

    private static final String ALL = "select * from ticketing.queue_routing";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('queue.routing ' || ?, 0))";

    private static final String STORE = """
            insert into ticketing.queue_routing (queue, mode, skills, calendar, revision) values (?, ?, ?, ?, ?)
            on conflict (queue) do update set mode = excluded.mode, skills = excluded.skills,
                calendar = excluded.calendar, revision = excluded.revision""";

    private final RoutingConfig config;
    private final Sql sql;

    QueueRoutings(DataSource database, RoutingConfig config) {
        this.sql = new Sql(database);
        this.config = config;
    }

    /** Of every queue there is, by its name. */
    public Map<String, QueueRouting> all() {
        var routings = new TreeMap<String, QueueRouting>();
        config.queues().forEach(queue -> routings.put(queue, QueueRouting.unspoken(queue)));
        sql.list(ALL, QueueRoutings::read)
                .forEach(routing -> routings.computeIfPresent(routing.queue(), (queue, unspoken) -> routing));
        return routings;
    }

    /** Of a queue that exists; who changes it waits for whoever else does. */
    QueueRouting locked(String queue) {
        sql.list(TAKE_TURNS, row -> true, queue);
        return all().get(queue);
    }

    void store(QueueRouting routing) {
        sql.update(
                STORE,
                routing.queue(),
                routing.mode().name(),
                routing.skills().toArray(String[]::new),
                routing.calendar(),
                routing.revision());
    }

    private static QueueRouting read(ResultSet row) throws SQLException {
        return new QueueRouting(
                row.getString("queue"),
                QueueMode.valueOf(row.getString("mode")),
                Sql.texts(row, "skills"),
                row.getString("calendar"),
                row.getInt("revision"));
    }
}
