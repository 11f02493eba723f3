package io.carryon.gateway.phone.ivr;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionAnswers;
import io.carryon.gateway.recognition.RecognitionQuestion;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class PhoneOutageComponentTest {

    private static final String CALLER = "+4930999111";
    private static final String ONLY_ZERO = "{\"trigger\":\"speech\"}";

    @Inject
    Sql sql;

    @Inject
    QuestionStore questions;

    @Inject
    RecognitionAnswers answers;

    @AfterEach
    void mend() {
        BrokerWire.mend();
        DatabaseWire.mend();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> sql.first("select 1", row -> 1).isPresent());
    }

    @Test
    void aCallerIsConnectedWithoutADatabaseUnderTheNumberThatWasAnnounced() {
        var call = Ivr.call();
        Ivr.announce(call, CALLER).then().statusCode(201);
        DatabaseWire.cut();

        Ivr.zeroOut(call, ONLY_ZERO)
                .then()
                .statusCode(200)
                .body("degraded", equalTo(true))
                .body("routing.queue", equalTo("billing"))
                .body("say[0].lang", equalTo("de"));

        var entry = Line.entriesOf(Ivr.contactOf(call), 1).getFirst();
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo(CALLER);
        assertThat(entry.get("language").asText()).isEqualTo("de");
        assertThat(entry.at("/phone/queueHint").asText()).isEqualTo("billing");
    }

    @Test
    void aSlowDatabaseDoesNotMakeTheCallerAnonymous() {
        var call = Ivr.call();
        Ivr.announce(call, CALLER).then().statusCode(201);
        DatabaseWire.stall();

        Ivr.zeroOut(call, ONLY_ZERO).then().statusCode(200);

        var entry = Line.entriesOf(Ivr.contactOf(call), 1).getFirst();
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo(CALLER);
        DatabaseWire.mend();
        await().atMost(Duration.ofSeconds(15)).ignoreExceptions().until(() -> {
            // Degraded means: ask again.
            Ivr.zeroOut(call, ONLY_ZERO);
            return sql.first("select 1 from intake_log where contact_id = ?", row -> 1, Ivr.contactOf(call))
                    .isPresent();
        });
    }

    @Test
    void whoWasTakenByTheBrokerAloneHasGivenUpInTheQueueAndTheirOriginalIsKnown() {
        var call = Ivr.call();
        Ivr.announce(call, CALLER).then().statusCode(201);
        DatabaseWire.cut();
        Ivr.zeroOut(call, ONLY_ZERO).then().statusCode(200);

        mend();

        Ivr.hangUp(call, "{}").then().statusCode(200).body("outcome", equalTo("abandoned-in-queue"));
        assertThat(sql.first("select 1 from intake_log where contact_id = ?", row -> 1, Ivr.contactOf(call)))
                .isPresent();
    }

    @Test
    void withNeitherDatabaseNorBrokerTheIvrIsToldToComeAgainAndThenItIsTaken() {
        var call = Ivr.call();
        BrokerWire.cut();
        DatabaseWire.cut();

        Ivr.zeroOut(call, Ivr.ZERO)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());

        mend();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);
        assertThat(Line.entriesOf(Ivr.contactOf(call), 1)).isNotEmpty();
    }

    @Test
    void aCallersAnswerIsKeptWhileTheBrokerIsAwayAndPublishedLater() {
        var call = Ivr.call();
        var contact = Ivr.contactOf(call);
        questions.add(List.of(new RecognitionQuestion(contact, null, "de", "Geht es um dasselbe?")));
        BrokerWire.cut();

        Ivr.press(call, "1").then().statusCode(200).body("same", equalTo(true));

        BrokerWire.mend();
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            answers.publishOlderThan(Duration.ZERO);
            return Line.allOf("recognition.answered").stream()
                    .anyMatch(event ->
                            contact.toString().equals(event.get("contactId").asText()));
        });
    }

    @Test
    void aHangUpThatCannotBeStoredInTimeIsRefusedAndTakenWhenRepeated() {
        var call = Ivr.call();
        DatabaseWire.stall();

        Ivr.hangUp(call, "{}")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());

        mend();
        Ivr.hangUp(call, "{}").then().statusCode(200).body("state", equalTo("ended"));
        assertThat(Line.entriesOf(Ivr.contactOf(call), 1)
                        .getFirst()
                        .at("/phone/trigger")
                        .asText())
                .isEqualTo("hangup");
    }

    @Test
    void theGatewayStaysReadyWhileDatabaseAndBrokerAreAway() {
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        BrokerWire.cut();
        DatabaseWire.cut();

        Ivr.announce(Ivr.call(), CALLER).then().statusCode(200).body("degraded", equalTo(true));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void theCallersCorrelationIdTravelsWithTheContact() {
        var call = Ivr.call();

        Ivr.ivr()
                .header("X-Correlation-Id", "ivr-77")
                .body(Ivr.ZERO)
                .post("/v1/ivr/calls/" + call + "/zero-out")
                .then()
                .statusCode(201)
                .header("X-Correlation-Id", "ivr-77");

        var sent = Line.recordsOf(Ivr.contactOf(call), 1).getFirst();
        assertThat(new String(sent.headers().lastHeader("ce_correlationid").value(), StandardCharsets.UTF_8))
                .isEqualTo("ivr-77");
    }
}
