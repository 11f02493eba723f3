package io.carryon.ticketing.outbox;

import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay of its own, with its own position, beside the running one. */
@QuarkusTest
class OutboxBatchComponentTest {

    @Inject
    DataSource database;

    @Inject
    OutboxStore store;

    private final List<String> published = new ArrayList<>();
    private final String name = "relay-" + UUID.randomUUID();

    @BeforeEach
    void startAtTheEndOfTheLog() throws SQLException {
        execute("insert into ticketing.outbox_position select '" + name
                + "', pg_snapshot_xmin(pg_current_snapshot()), 9223372036854775807");
    }

    @Test
    void aRowBelowAnOpenTransactionIsWaitedForNotSkipped() throws SQLException {
        var id = ticketOf(mail());
        drain(batch(this::publish));
        published.clear();

        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            insertEvent(slow, UUID.fromString(id), 1000);
            // Later in every order but the commit's: it is there while the slow one is still open.
            try (var quick = database.getConnection()) {
                insertEvent(quick, UUID.fromString(id), 1001);
            }
            assertThat(batch(this::publish).publishNext()).isEqualTo(OutboxBatch.Progress.HELD_BACK);
            assertThat(published).isEmpty();
            slow.commit();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            drain(batch(this::publish));
            return published.size() == 2;
        });
        assertThat(published).containsExactly(id + ":1000", id + ":1001");
    }

    @Test
    void aCrashBetweenPublishingAndMovingRepeatsButLosesNothing() {
        var id = ticketOf(mail());
        reply(id, "Corrected.");
        var crashing = batch(announcements -> {
            publish(announcements);
            throw new IllegalStateException("crashed");
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            assertThatThrownBy(() -> drain(crashing)).hasMessage("crashed");
            return published.contains(id + ":2");
        });
        var before = List.copyOf(published);
        published.clear();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            drain(batch(this::publish));
            return published.contains(id + ":2");
        });

        assertThat(published).containsAll(before).doesNotHaveDuplicates();
    }

    @Test
    void whileOneRelayHoldsThePositionAnotherDoesNothing() throws SQLException {
        try (var first = database.getConnection()) {
            first.setAutoCommit(false);
            assertThat(store.lockPosition(first, name)).isPresent();

            assertThat(batch(this::publish).publishNext()).isEqualTo(OutboxBatch.Progress.ELSEWHERE);
            first.rollback();
        }
    }

    private void publish(List<Announcement> announcements) {
        announcements.stream()
                .filter(announcement -> announcement.topic().equals(Announcement.TICKET_CHANGED))
                .forEach(announcement -> published.add(announcement.id()));
    }

    private OutboxBatch batch(Announcer announcer) {
        return new OutboxBatch(database, store, announcer, name);
    }

    private static void drain(OutboxBatch batch) throws SQLException {
        var progress = OutboxBatch.Progress.MORE;
        while (progress == OutboxBatch.Progress.MORE) {
            progress = batch.publishNext();
        }
    }

    private static void insertEvent(Connection connection, UUID ticket, int revision) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into ticketing.ticket_event (ticket_id, revision, type, payload, state, actor_kind, at)
                select ticket_id, ?, 'NOTED', '{}', state, 'SYSTEM', at from ticketing.ticket_event
                where ticket_id = ? and revision = 1""")) {
            insert.setInt(1, revision);
            insert.setObject(2, ticket);
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
