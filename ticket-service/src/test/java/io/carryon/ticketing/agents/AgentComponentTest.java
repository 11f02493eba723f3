package io.carryon.ticketing.agents;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.calls.CallFixtures;
import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.carryon.ticketing.problem.Cursor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentComponentTest {

    private final String first = "first-" + UUID.randomUUID();
    private final String second = "second-" + UUID.randomUUID();

    @Inject
    CallIntake calls;

    @AfterEach
    void leave() {
        List.of(first, second).forEach(id -> tell(id, "away", "101", "technical"));
    }

    @Test
    void whoServesTheQueueAndHasBeenIdleLongestIsRungFirst() {
        tell(first, "available", "101", "technical").statusCode(200).body("present", equalTo(true));
        tell(second, "available", "102", "technical").statusCode(200);
        // Said again, one is not idle anew.
        tell(first, "available", "101", "technical");
        assertThat(targets()).containsSubsequence(first, second);

        tell(first, "busy", "101", "technical");
        assertThat(targets()).contains(second).doesNotContain(first);
        tell(first, "available", "101", "billing");
        assertThat(targets()).doesNotContain(first);
    }

    @Test
    void whoSpeaksIsNotRungAndWaitsBehindTheOthersAfterwards() {
        tell(first, "available", "101", "technical");
        tell(second, "available", "102", "technical");
        var call = callFor("technical");
        ticketOf(call);
        var contact = CallFixtures.contactOf(call);

        calls.take(
                CallFixtures.arrived(CallFixtures.told(contact, 1, "answered", "\"agent\":{\"extension\":\"101\"}")));
        assertThat(targets()).contains(second).doesNotContain(first);

        calls.take(CallFixtures.arrived(CallFixtures.ended(contact, 2, "answered")));
        assertThat(targets()).containsSubsequence(second, first);
    }

    @Test
    void theOwnerOfTheIssueIsRungBeforeAnybodyElse() {
        tell(first, "available", "101", "billing");
        tell(second, "available", "102", "technical");
        var call = callFor("technical");
        ticketOf(call);
        var contact = CallFixtures.contactOf(call);
        calls.take(CallFixtures.arrived(
                CallFixtures.answered(contact, 1, first), CallFixtures.ended(contact, 2, "answered")));

        var again = RecognizedFixtures.call(
                UUID.fromString(call.at("/customer/id").textValue()),
                UUID.fromString(call.at("/issue/id").textValue()));
        var offered = Line.open().data("ticket.changed", ticketOf(again), 5).stream()
                .filter(change -> change.has("offer"))
                .toList()
                .getLast();

        assertThat(targets(offered).getFirst()).isEqualTo(first);
    }

    @Test
    void anExtensionBelongsToWhoSatDownThereLast() {
        tell(first, "available", "177", "technical");
        tell(second, "available", "177", "technical").body("extension", equalTo("177"));

        supervisor()
                .get("/v1/agents?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.extension".formatted(first), equalTo(null))
                .body("items.find { it.id == '%s' }.extension".formatted(second), equalTo("177"));
    }

    @Test
    void whoeverSitsDownAtOnceIsLetAndAnExtensionIsOnes() {
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.of(first, second)
                    .map(id -> CompletableFuture.supplyAsync(() -> movesAbout(id), atOnce))
                    .toList();
            assertThat(both).flatExtracting(CompletableFuture::join).containsOnly(200);
        }
        tell(first, "away", "188", "technical");
        tell(second, "away", "188", "technical");
        List<String> there =
                supervisor().get("/v1/agents?limit=100").path("items.findAll { it.extension == '188' }.id");
        assertThat(there).containsExactly(second);
    }

    @Test
    void whatIsNotAllowedIsSaid() {
        agent().get("/v1/agents").then().statusCode(403);
        supervisor().get("/v1/agents?cursor=x").then().statusCode(400);
        tell(first, "available", "101", "nowhere").statusCode(400).body("errors[0].pointer", equalTo("/queues/0"));
        tell(first, "available", "1 01", "technical").statusCode(400).body("errors[0].pointer", equalTo("/extension"));
        var nul = Cursor.of("agents", "AAAA");
        supervisor().get("/v1/agents?cursor=" + nul).then().statusCode(400);
        agent().queryParam("queue", "\0").get("/v1/calls").then().statusCode(400);
        agent().queryParam("queue", "\0").get("/v1/callbacks").then().statusCode(400);
        tell(first, "asleep", "101", "technical").statusCode(400).body("errors[0].pointer", equalTo("/status"));
    }

    private static List<Integer> movesAbout(String id) {
        return IntStream.range(0, 40)
                .mapToObj(turn -> tell(id, "away", "18" + (7 + turn % 3), "technical")
                        .extract()
                        .statusCode())
                .toList();
    }

    private static ValidatableResponse tell(String id, String status, String extension, String queue) {
        return given().header("Authorization", Line.bearer(id, "agent"))
                .contentType("application/json")
                .body("{\"status\":\"%s\",\"extension\":\"%s\",\"queues\":[\"%s\"]}"
                        .formatted(status, extension, queue))
                .put("/v1/agents/me")
                .then();
    }

    /** Whom the next call for the queue is offered to. */
    private static List<String> targets() {
        return targets(Line.open()
                .data("ticket.changed", ticketOf(callFor("technical")), 1)
                .getFirst());
    }

    private static List<String> targets(JsonNode changed) {
        return StreamSupport.stream(changed.at("/offer/targets").spliterator(), false)
                .map(target -> target.get("agentId").textValue())
                .toList();
    }
}
