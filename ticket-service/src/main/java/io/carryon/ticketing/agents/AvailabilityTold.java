package io.carryon.ticketing.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.CompactedTopics;
import io.carryon.ticketing.operations.EventRecords;
import io.carryon.ticketing.operations.Topics;
import io.carryon.ticketing.routing.RoutingConfig;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Tells on {@code agents.availability} how many are there for each queue's work: at once when it changes, else as a sign of
 * life. One instance at a time; what was told last stands in a table for all.
 */
@ApplicationScoped
class AvailabilityTold {

    private static final Logger LOG = Logger.getLogger(AvailabilityTold.class);
    private static final String TOPIC = "agents.availability";
    private static final String TYPE = "io.carryon.agents.availability.v1";

    // Whoever does not get it need not wait: somebody else looks just now, and again in two seconds.
    private static final String TAKE_TURNS =
            "select 1 where pg_try_advisory_xact_lock(hashtextextended('agents.availability', 0))";

    private static final String LAST = "select queue, available, told_at from ticketing.queue_availability";

    private static final String STORE = """
            insert into ticketing.queue_availability (queue, available, told_at) values (?, ?, ?)
            on conflict (queue) do update set available = excluded.available, told_at = excluded.told_at""";

    /** The published event {@code io.carryon.agents.availability.v1}. */
    record Told(String queue, int available, Instant at) {}

    private final Availability availability;
    private final RoutingConfig routing;
    private final AgentConfig config;
    private final Broker broker;
    private final CompactedTopics compacted;
    private final Topics topics;
    private final ObjectMapper json;
    private final Clock clock;
    private final Sql sql;
    private volatile boolean isCompacted;

    AvailabilityTold(
            DataSource database,
            Availability availability,
            RoutingConfig routing,
            AgentConfig config,
            Broker broker,
            CompactedTopics compacted,
            Topics topics,
            ObjectMapper json,
            Clock clock) {
        this.sql = new Sql(database);
        this.availability = availability;
        this.routing = routing;
        this.config = config;
        this.broker = broker;
        this.compacted = compacted;
        this.topics = topics;
        this.json = json;
        this.clock = clock;
    }

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentResource.Told told) {
        Thread.ofVirtual().name("availability").start(this::look);
    }

    /** Who has gone without a word is noticed here. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            QuarkusTransaction.requiringNew().run(this::tell);
        } catch (KafkaException e) {
            LOG.warnf("Who is there is told when the broker is: %s", e.getMessage());
        }
    }

    @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compact() {
        isCompacted = isCompacted || compacted.ensure(topics.named(TOPIC));
    }

    private void tell() {
        if (sql.first(TAKE_TURNS, row -> true).isEmpty()) {
            return;
        }
        var now = clock.instant();
        var last = last();
        var news = availability.byQueue(routing.queues()).entrySet().stream()
                .map(queue -> new Told(queue.getKey(), queue.getValue(), now))
                .filter(told -> isNews(told, last.get(told.queue())))
                .toList();
        broker.offer(news.stream().map(this::toRecord).toList());
        news.forEach(told -> sql.update(STORE, told.queue(), told.available(), told.at()));
    }

    private boolean isNews(Told told, Told before) {
        return before == null
                || before.available() != told.available()
                || !before.at().plus(config.availabilityEvery()).isAfter(told.at());
    }

    private Map<String, Told> last() {
        var last = new HashMap<String, Told>();
        List<Told> rows = sql.list(LAST, AvailabilityTold::read);
        rows.forEach(told -> last.put(told.queue(), told));
        return last;
    }

    private ProducerRecord<byte[], byte[]> toRecord(Told told) {
        var context = new EventRecords.Context(told.queue() + ":" + told.at(), TYPE, told.at(), told.queue(), null);
        try {
            return EventRecords.of(topics.named(TOPIC), told.queue(), context, json.writeValueAsBytes(told));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }

    private static Told read(ResultSet row) throws SQLException {
        return new Told(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
