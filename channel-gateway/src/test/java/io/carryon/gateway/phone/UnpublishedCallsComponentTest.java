package io.carryon.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class UnpublishedCallsComponentTest {

    @Inject
    UnpublishedCalls job;

    @Inject
    Sql sql;

    @AfterEach
    void mend() {
        BrokerWire.mend();
    }

    @Test
    void aCallTheBrokerDidNotTakeIsPublishedWhenItIsBackWhateverTheIvrsClockSays() {
        var call = Ivr.call();
        BrokerWire.cut();
        Ivr.zeroOut(call, Ivr.ZERO.replaceFirst("\\{", "{\"at\":\"2099-01-01T00:00:00Z\","))
                .then()
                .statusCode(201);
        assertThat(intakeRowsOf(call)).isZero();

        BrokerWire.mend();
        untilPublished(call);

        assertThat(intakeRowsOf(call)).isEqualTo(1);
        var entry = Line.entriesOf(Ivr.contactOf(call), 1).getFirst();
        assertThat(Instant.parse(entry.get("occurredAt").asText()))
                .isBefore(Instant.now().plus(Duration.ofMinutes(6)));
    }

    @Test
    void aCallThatCannotBePublishedDoesNotHoldBackTheNext() {
        var broken = UUID.randomUUID();
        sql.update("""
                insert into phone_call (client, call_id, contact_id, dialled, direction, started_at, trigger,
                    triggered_at, owed_since)
                values ('ivr-client', ?, ?, ?, 'in', now(), 'dtmf0', now(), now() - interval '1 hour')
                """, broken.toString(), broken, "9".repeat(70));
        var call = Ivr.call();
        BrokerWire.cut();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);
        BrokerWire.mend();

        untilPublished(call);

        var attempts = sql.first(
                "select attempts from phone_call where contact_id = ? and published_at is null",
                row -> row.getInt(1),
                broken);
        assertThat(attempts).hasValueSatisfying(count -> assertThat(count).isPositive());
        sql.update("delete from phone_call where contact_id = ?", broken);
    }

    @Test
    void aCallOfAVersionThatDidNotNoteSinceWhenItIsOwedIsPublished() {
        var call = Ivr.call();
        BrokerWire.cut();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);
        sql.update("update phone_call set owed_since = null where contact_id = ?", Ivr.contactOf(call));
        BrokerWire.mend();

        untilPublished(call);

        assertThat(intakeRowsOf(call)).isEqualTo(1);
    }

    private void untilPublished(String call) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            job.publishOlderThan(Duration.ZERO);
            return sql.first(
                            "select 1 from phone_call where contact_id = ? and published_at is not null",
                            row -> 1,
                            Ivr.contactOf(call))
                    .isPresent();
        });
    }

    private int intakeRowsOf(String call) {
        return sql.first(
                        "select count(*) from intake_log where contact_id = ?",
                        row -> row.getInt(1),
                        Ivr.contactOf(call))
                .orElseThrow();
    }
}
