package io.carryon.ticketing.outbox;

import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.outbox.RelayBeside.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
    RelayBeside relay;

    private final List<String> published = new ArrayList<>();

    @BeforeEach
    void startAtTheEndOfTheLog() throws SQLException {
        relay.startAtTheEndOfTheLog();
    }

    @Test
    void aRowBelowAnOpenTransactionIsWaitedForNotSkipped() throws SQLException {
        var id = ticketOf(mail());
        drain(batch(this::publish));
        published.clear();

        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            relay.insertEvent(slow, UUID.fromString(id), 1000);
            // Later in every order but the commit's: it is there while the slow one is still open.
            try (var quick = database.getConnection()) {
                relay.insertEvent(quick, UUID.fromString(id), 1001);
            }
            assertThat(batch(this::publish).publishNext()).isEqualTo(OutboxBatch.Progress.HELD_BACK);
            assertThat(published).isEmpty();
            slow.commit();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            drain(batch(this::publish));
            return published.size() == 2;
        });
        assertThat(published).containsExactly(id + ":1000", id + ":1001");
    }

    @Test
    void aTicketsEventsGoOutInTheirOrderWhicheverTransactionBeganFirst() throws SQLException {
        var ticket = UUID.fromString(ticketOf(mail()));
        drain(batch(this::publish));
        published.clear();

        try (var first = database.getConnection();
                var between = database.getConnection()) {
            first.setAutoCommit(false);
            between.setAutoCommit(false);
            relay.beginsHere(first);
            relay.beginsHere(between);
            try (var second = database.getConnection()) {
                relay.insertEvent(second, ticket, 1000);
            }
            relay.insertEvent(first, ticket, 1001);
            first.commit();

            // 1001 waits for nobody but 1000, which waits for the one between.
            assertThat(batch(this::publish).publishNext()).isEqualTo(OutboxBatch.Progress.HELD_BACK);
            assertThat(published).isEmpty();
            between.rollback();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            drain(batch(this::publish));
            return published.size() == 2;
        });
        assertThat(published).containsExactly(ticket + ":1000", ticket + ":1001");
    }

    @Test
    void aCrashBetweenPublishingAndMovingRepeatsButLosesNothing() {
        var id = ticketOf(mail());
        reply(id, "Corrected.");
        var crashing = batch(announcements -> {
            publish(announcements);
            throw new IllegalStateException("crashed");
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThatThrownBy(() -> drain(crashing)).hasMessage("crashed");
            return published.contains(id + ":2");
        });
        var before = List.copyOf(published);
        published.clear();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            drain(batch(this::publish));
            return published.contains(id + ":2");
        });

        assertThat(published).containsAll(before).doesNotHaveDuplicates();
    }

    @Test
    void theOldestUnpublishedEventIsFoundWithoutReadingThePublishedOnes() throws SQLException {
        var ticket = UUID.fromString(ticketOf(mail()));
        try (var connection = database.getConnection()) {
            for (var revision = 2; revision <= 100; revision++) {
                relay.insertEvent(connection, ticket, revision);
            }
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            drain(batch(this::publish));
            return published.contains(ticket + ":100");
        });

        assertThat(relay.eventsReadToFindTheOldest()).isLessThan(10);
    }

    @Test
    void whileOneRelayHoldsThePositionAnotherDoesNothing() throws SQLException {
        try (var first = database.getConnection()) {
            first.setAutoCommit(false);
            assertThat(relay.lockPosition(first)).isPresent();

            assertThat(batch(this::publish).publishNext()).isEqualTo(OutboxBatch.Progress.ELSEWHERE);
            first.rollback();
        }
    }

    private List<Announcer.Refused> publish(List<Announcement> announcements) {
        announcements.stream()
                .filter(announcement -> announcement.topic().equals(Announcement.TICKET_CHANGED))
                .forEach(announcement -> published.add(announcement.id()));
        return List.of();
    }

    private OutboxBatch batch(Announcer announcer) {
        return relay.batch(announcer);
    }
}
