package io.carryon.gateway.phone.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class OwedByCallComponentTest {

    @Inject
    OwedByCall job;

    @Inject
    Sql sql;

    @AfterEach
    void mend() {
        BrokerWire.mend();
    }

    @Test
    void whatTheBrokerDidNotTakeOfACallIsPublishedInOrderWhenItIsBack() {
        var call = Ivr.call();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);
        await().atMost(Duration.ofSeconds(15)).until(() -> owed(call) == 0);
        BrokerWire.cut();
        Ivr.answer(call, "{\"agentId\":\"anna\"}").then().statusCode(200);
        Ivr.tell(
                        call,
                        "\"seq\":1,\"type\":\"recording\",\"consent\":true,\"recordingId\":\"r\",\"url\":\"https://pbx/r\"")
                .then()
                .statusCode(202);
        Ivr.hangUp(call, "{}").then().statusCode(200).body("outcome", equalTo("answered"));
        assertThat(owed(call)).isPositive();

        BrokerWire.mend();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            job.publishOlderThan(Duration.ZERO);
            return owed(call) == 0;
        });

        assertThat(Line.changesOf(Ivr.contactOf(call), "ended"))
                .extracting(change -> change.get("change").asText())
                .containsExactly("answered", "ended");
        assertThat(Line.entriesOf(Ivr.contactOf(call), 2))
                .extracting(entry -> entry.get("sequence").asInt())
                .contains(1);
    }

    @Test
    void aCallThatTellsWithoutEndIsToldToStopAndItsCallerStillReachesAPerson() {
        var call = Ivr.call();
        Ivr.announce(call, "+49301234567");

        var answers = IntStream.range(0, 12)
                .mapToObj(seq -> Ivr.tell(call, "\"seq\":" + seq + ",\"type\":\"menu\",\"node\":\"n" + seq + "\""))
                .toList();

        assertThat(answers.subList(0, 5)).allMatch(answer -> answer.statusCode() == 202);
        assertThat(answers.subList(5, 12)).allMatch(answer -> answer.statusCode() == 409);
        answers.getLast()
                .then()
                .body("type", equalTo("urn:carryon:problem:too-many-events"))
                .body("detail", containsString("zero-out"));
        assertThat(sql.query("select 1 from call_happening where contact_id = ?", row -> true, Ivr.contactOf(call)))
                .hasSize(5);
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(201);
        Ivr.answer(call, "{\"extension\":\"204\"}").then().statusCode(200);
        Ivr.tell(
                        call,
                        "\"seq\":13,\"type\":\"recording\",\"consent\":true,\"recordingId\":\"r\",\"url\":\"https://pbx/r\"")
                .then()
                .statusCode(202);
        Ivr.hangUp(call, "{}").then().statusCode(200);
    }

    private long owed(String call) {
        return sql.first("""
                        select (select count(*) from call_change where contact_id = c.contact_id)
                            + (select count(*) from call_entry
                               where contact_id = c.contact_id and published_at is null)
                            + case when c.published_at is null then 1 else 0 end
                        from phone_call c where contact_id = ?
                        """, row -> row.getLong(1), Ivr.contactOf(call)).orElseThrow();
    }
}
