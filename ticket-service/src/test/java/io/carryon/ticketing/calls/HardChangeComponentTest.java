package io.carryon.ticketing.calls;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.ticketing.storage.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A word of the phone that fails whenever it is looked at. */
@QuarkusTest
class HardChangeComponentTest {

    private static final String LEFT =
            "select 1 from ticketing.call_change where contact_id = ? and buried_at is not null";

    @Inject
    CallIntake intake;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatFailsInManyAttemptsIsCountedAndLeftForAnOperatorAndInTheWayOfNothingElse() {
        var call = callFor("billing");
        var contact = contactOf(call);
        ticketOf(call);
        var before = buried();
        unreadable(contact, 58);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(buried()).isEqualTo(before + 1));

        intake.take(arrived(told(contact, 3, "held", "")));
        agent().get("/v1/calls/" + contact).then().body("hold.reason", equalTo(""));
        assertThat(QuarkusTransaction.requiringNew().call(() -> new Sql(database).first(LEFT, row -> 1, contact)))
                .isPresent();
    }

    private double buried() {
        return metrics.counter("carryon.calls.buried").count();
    }

    /** As a row is found whose version nobody here can read. */
    private void unreadable(UUID contact, int attempts) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update("""
                insert into ticketing.call_change (contact_id, revision, data, kept_at, attempts)
                values (?, 2, '{"revision":"two"}', now(), ?)""", contact, attempts));
    }
}
