package io.carryon.ticketing.outbox;

import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.outbox.RelayBeside.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not silence the log: rows that cannot go out, transactions that stay open, another server. */
@QuarkusTest
class OutboxTroubleComponentTest {

    @Inject
    DataSource database;

    @Inject
    RelayBeside relay;

    @Inject
    RelayLag lag;

    @Inject
    Flyway flyway;

    @Inject
    Topics topics;

    @Inject
    ObjectMapper json;

    private final Line line = Line.open();
    private final List<String> published = new ArrayList<>();

    @BeforeEach
    void startAtTheEndOfTheLog() throws SQLException {
        relay.startAtTheEndOfTheLog();
    }

    @Test
    void aRowOfALaterReleaseBecomesALetterAndTheNextOnesGoOut() throws SQLException {
        var id = ticketOf(mail());
        try (var connection = database.getConnection()) {
            relay.insertEvent(connection, UUID.fromString(id), 2);
            relay.insertEvent(connection, UUID.fromString(id), 3, "LEVITATED", "{}");
            relay.insertEvent(connection, UUID.fromString(id), 4, "NOTED", "{\"addedLater\":1}");
        }

        assertThat(line.data("ticket.changed", id, 3))
                .extracting(change -> change.get("revision").intValue())
                .containsExactly(1, 2, 4);
        var letter = letterOf(id + ":3");
        supervisor()
                .get("/v1/dead-letters/" + letter)
                .then()
                .body("consumer", equalTo("outbox"))
                .body("originalTopic", containsString("ticket.changed"))
                .body("reason", containsString("LEVITATED"));
        supervisor()
                .post("/v1/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(409)
                .body("detail", containsString("LEVITATED"));
    }

    @Test
    void anEventTheBrokerNeverTakesBecomesALetterAndIsReplayedFromTheLog() throws SQLException {
        var id = ticketOf(mail());
        line.heard("ticket.changed", id, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            drain(relay.batch(this::refuseAll));
            return published.contains(id + ":1");
        });

        supervisor()
                .post("/v1/dead-letters/" + letterOf(id + ":1") + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLAYED"))
                .body("reason", equalTo("too large"));
        assertThat(line.heard("ticket.changed", id, 2)).hasSize(2);
    }

    @Test
    void whileTheBrokerIsAwayEventsWaitForIt() throws Exception {
        var id = ticketOf(mail());
        line.heard("ticket.changed", id, 1);
        try (var nowhere = new ServerSocket(0);
                var away = new Broker("127.0.0.1:" + nowhere.getLocalPort(), new SimpleMeterRegistry())) {
            nowhere.close();
            var waiting = relay.batch(new KafkaAnnouncer(away, topics, json));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThatThrownBy(waiting::publishNext).isInstanceOf(KafkaException.class));
        }

        drain(relay.batch(announcements -> {
            announcements.forEach(announcement -> published.add(announcement.id()));
            return List.of();
        }));
        assertThat(published).contains(id + ":1");
    }

    @Test
    void theLagGrowsWhileATransactionHoldsTheLogBack() throws SQLException {
        try (var forgotten = database.getConnection()) {
            forgotten.setAutoCommit(false);
            relay.beginsHere(forgotten);
            ticketOf(mail());

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                lag.measure();
                return lag.seconds() > 0.5;
            });
            assertThat(relay.batch(announcements -> List.of()).heldBackBy()).contains("idle in transaction");
            forgotten.rollback();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            lag.measure();
            return lag.seconds() == 0;
        });
    }

    @Test
    void afterARestoreIntoAnotherServerTheLogIsPublishedOn() throws SQLException {
        var before = mail();
        line.heard("ticket.changed", ticketOf(before), 1);
        try (var connection = database.getConnection()) {
            pretendTheLogLivedElsewhere(connection);
        }

        flyway.migrate();

        line.heard("ticket.changed", ticketOf(mail()), 1);
    }

    private static void pretendTheLogLivedElsewhere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "update ticketing.outbox_position set xid = '2000000000000', system_identifier = 'another'");
        }
    }

    private List<Announcer.Refused> refuseAll(List<Announcement> announcements) {
        announcements.forEach(announcement -> published.add(announcement.id()));
        return announcements.stream()
                .map(announcement -> new Announcer.Refused(announcement, "too large"))
                .toList();
    }

    private static String letterOf(String event) {
        var path = "items.find { it.eventId == '" + event + "' }?.id";
        await().atMost(Duration.ofSeconds(30)).until(() -> letter(path) != null);
        return letter(path);
    }

    private static String letter(String path) {
        return supervisor()
                .get("/v1/dead-letters?consumer=outbox&limit=100")
                .then()
                .extract()
                .path(path);
    }
}
