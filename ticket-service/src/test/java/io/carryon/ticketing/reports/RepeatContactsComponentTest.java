package io.carryon.ticketing.reports;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.customers.CustomerIntake;
import io.carryon.ticketing.intake.Intaking;
import io.carryon.ticketing.intake.TicketIntake;
import io.carryon.ticketing.linking.LinkIntake;
import io.carryon.ticketing.reports.RepeatContactReport.Grouping;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatContactsComponentTest {

    private static final int STEPS = 60;

    @Inject
    TicketIntake tickets;

    @Inject
    LinkIntake links;

    @Inject
    CustomerIntake changes;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    RepeatContacts report;

    private final UUID customer = UUID.randomUUID();
    private final String topic = "topic " + UUID.randomUUID();
    private Intaking intake;

    @BeforeEach
    void open() {
        intake = new Intaking(tickets, json);
    }

    @Test
    void issuesAreCountedOnceTheirWindowHasEndedAndNotBefore() {
        status(contacts(10), "RESOLVED").statusCode(200);
        contacts(10, 8);
        contacts(10, 1);
        contacts(1);
        contacts(2, 1);

        var week = topicOf(7);
        assertThat(week.getMap("repeat")).isEqualTo(share(1, 3, 0.3333f));
        assertThat(week.getMap("firstContactResolution")).isEqualTo(share(2, 3, 0.6667f));
        assertThat(week.getMap("claimedResolution")).isEqualTo(share(1, 3, 0.3333f));
        assertThat(week.getInt("silent")).isEqualTo(1);
        assertThat(week.getInt("pending")).isEqualTo(2);
        var month = topicOf(30);
        assertThat(month.getMap("repeat")).isEqualTo(Map.of("numerator", 0, "denominator", 0));
        assertThat(month.getInt("pending")).isEqualTo(5);
    }

    @Test
    void theReportByTopicHasTheTopicThatTheProfilePublishes() {
        // A day of its own, long ago.
        var day = LocalDate.of(2012, 1, 1).plusDays(Math.floorMod(customer.hashCode(), 4_000));
        var published =
                (ObjectNode) SiblingContracts.published("customer-profile-service", "contact.recognized.v1.topic");
        var id = UUID.randomUUID().toString();
        ((ObjectNode) published.get("contact"))
                .put("contactId", id)
                .put("entryId", id)
                .put("receivedAt", day + "T10:00:00Z");
        ((ObjectNode) published.get("issue")).put("id", UUID.randomUUID().toString());
        ((ObjectNode) published.get("customer")).put("id", customer.toString());

        intake.take(published);

        supervisor()
                .get("/v1/reports/repeat-contacts?by=topic&from=%s&to=%s".formatted(day, day.plusDays(1)))
                .then()
                .statusCode(200)
                .body("groups.key", equalTo(List.of("billing")))
                .body("groups[0].repeat.denominator", equalTo(1));
    }

    @Test
    void everyFigureIsWhatTheLogSays() throws SQLException {
        for (var seed : LongStream.range(0, Integer.getInteger("carryon.recount.sequences", 1))
                .toArray()) {
            // A year of its own, long ago: all windows have ended, and nobody else's contacts are there.
            var begin = LocalDate.of(1971 + (int) (Math.abs(customer.hashCode() + seed) % 40), 1, 1);
            var centre = new SupportCentre(
                    intake, links, changes, seed, begin.atStartOfDay().toInstant(ZoneOffset.UTC));
            for (var step = 0; step < STEPS; step++) {
                centre.next();
            }

            try (var connection = database.getConnection()) {
                var recount = Recount.ofLog(connection, centre.customers());
                assertThat(Recount.kept(connection, centre.customers()))
                        .as("seed %d", seed)
                        .isEqualTo(recount);
                var first = recount.values().stream()
                        .filter(place -> place.position() == 1)
                        .toList();
                var total = report.report(begin, begin.plusDays(70), 30, Grouping.agent)
                        .total();
                assertThat(total.repeat().denominator()).isEqualTo(first.size());
                assertThat(total.repeat().numerator())
                        .isEqualTo(first.stream()
                                .filter(place -> place.next() != null
                                        && !place.next().isAfter(place.at().plus(Duration.ofDays(30))))
                                .count());
                assertThat(total.claimedResolution().numerator())
                        .isEqualTo(
                                first.stream().filter(Recount.Place::resolved).count());
            }
        }
    }

    @Test
    void aReportReadsTheFirstContactsOfItsDaysAndNothingElse() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var plan = connection.prepareStatement("explain " + RepeatContacts.sql(Grouping.agent))) {
                // The table of a test is so small that reading it whole is cheaper.
                statement.execute("set local enable_seqscan = off");
                statement.execute("set local enable_bitmapscan = off");
                RepeatContacts.bind(plan, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(30), 7, Instant.now());
                try (var row = plan.executeQuery()) {
                    var lines = new StringBuilder();
                    while (row.next()) {
                        lines.append(row.getString(1)).append('\n');
                    }
                    assertThat(lines.toString()).contains("Index Only Scan using issue_contact_first");
                }
            }
            connection.rollback();
        }
    }

    @Test
    void onlySupervisorsSeeItAndWrongQuestionsAreRefused() {
        agent().get("/v1/reports/repeat-contacts?from=2026-01-01&to=2026-02-01")
                .then()
                .statusCode(403);
        for (var wrong : new String[] {
            "to=2026-02-01",
            "from=2026-02-01&to=2026-02-01",
            "from=2026-01-01&to=2026-02-01&window=8",
            "from=yesterday&to=2026-02-01"
        }) {
            supervisor()
                    .get("/v1/reports/repeat-contacts?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("status", equalTo(400));
        }
    }

    /** An issue with contacts so many days ago; answers the ticket of the first. */
    private String contacts(int... daysAgo) {
        var issue = UUID.randomUUID();
        String first = null;
        for (var days : daysAgo) {
            var mail = mailAbout(customer, issue);
            ((ObjectNode) mail.get("contact"))
                    .put(
                            "receivedAt",
                            Instant.now().minus(Duration.ofDays(days)).toString());
            ((ObjectNode) mail.get("issue")).put("topic", topic);
            intake.take(mail);
            first = first == null ? mail.at("/contact/contactId").textValue() : first;
        }
        return ticketWith(first);
    }

    private JsonPath topicOf(int window) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return supervisor()
                .get("/v1/reports/repeat-contacts?by=topic&window=%d&from=%s&to=%s"
                        .formatted(window, today.minusDays(20), today.plusDays(1)))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("groups.find { it.key == '%s' }".formatted(topic));
    }

    private static Map<String, Number> share(int numerator, int denominator, float rate) {
        return Map.of("numerator", numerator, "denominator", denominator, "rate", rate);
    }
}
