package io.carryon.ticketing.agents;

import static io.carryon.ticketing.line.Desk.serves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AvailabilityToldComponentTest {

    private static final String QUEUE = "technical";

    private final String ann = "ann-" + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    AvailabilityTold told;

    @BeforeEach
    void nobodyElseIsThere() {
        sql("update ticketing.agent set status = 'away' where queues @> array['technical']");
        sql("delete from ticketing.team where queues @> array['technical']");
        told.look();
    }

    @Test
    void whoComesAndGoesIsToldAtOnce() {
        serves(ann, "available", QUEUE);
        awaitTold(1);

        serves(ann, "busy", QUEUE);
        awaitTold(0);
        Contract.named("agents.availability").accepts(last());
    }

    @Test
    void whoIsSeenNoMoreIsNotThereAndATeamsMemberIs() {
        serves(ann, "available", "billing");
        sql(
                "insert into ticketing.team (name, members, queues, revision) values ('%1$s', array['%1$s'], array['%2$s'], 1)"
                        .formatted(ann, QUEUE));
        told.look();
        awaitTold(1);

        sql("update ticketing.agent set seen_at = seen_at - interval '1 hour' where id = '%s'".formatted(ann));
        told.look();
        awaitTold(0);
    }

    @Test
    void whatDoesNotChangeIsToldAgainOnceItIsOld() {
        told.look();
        var before = count();

        sql("update ticketing.queue_availability set told_at = told_at - interval '61 seconds' where queue = '%s'"
                .formatted(QUEUE));
        told.look();

        assertThat(Line.open().heard("agents.availability", QUEUE, before + 1)).hasSizeGreaterThan(before);
    }

    @Test
    void theTopicIsCompacted() throws Exception {
        told.compact();
        try (var admin = Admin.create(Map.of("bootstrap.servers", Line.setting("carryon.kafka.bootstrap")))) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Line.topic("agents.availability"));
            var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    private static void awaitTold(int available) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count() > 0 && last().get("available").intValue() == available);
    }

    private static int count() {
        return Line.open().heard("agents.availability", QUEUE, 0).size();
    }

    private static JsonNode last() {
        return Line.open().data("agents.availability", QUEUE, 1).getLast();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }
}
