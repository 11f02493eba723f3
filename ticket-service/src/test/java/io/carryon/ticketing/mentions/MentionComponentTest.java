package io.carryon.ticketing.mentions;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.sits;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MentionComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Test
    void whoIsNamedInANoteIsToldAndFindsItUntilTheyHaveReadIt() {
        here(ann);
        here(bob);
        var id = ticketOf(mail());
        try (var listening = Listening.as(ann);
                var other = Listening.as(bob)) {
            String note = note(id, "Would @%s look at it? Mail to a@%s.example".formatted(ann, bob), "[]")
                    .statusCode(201)
                    .extract()
                    .path("id");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> listening.messages().stream()
                            .anyMatch(message -> message.event().equals("mentioned")
                                    && note.equals(
                                            message.data().path("entryId").textValue())));
            assertThat(other.messages()).noneMatch(message -> message.event().equals("mentioned"));
            as(ann).get("/v1/agents/me/mentions")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].entryId", equalTo(note))
                    .body("items[0].ticketId", equalTo(id))
                    .body("items[0].subject", equalTo("Invoice of May"))
                    .body("items[0].by.id", equalTo("agent-1"))
                    .body("items[0].readAt", nullValue());

            read(bob, note, 404);
            read(ann, note, 204);
            read(ann, note, 204);

            as(ann).get("/v1/agents/me/mentions?unread=true").then().body("items", hasSize(0));
            as(ann).get("/v1/agents/me/mentions").then().body("items[0].readAt", notNullValue());
        }
    }

    @Test
    void anOwnerIsToldOfANoteThatNamesThemByOneMessage() {
        here(ann);
        var id = ticketOf(mail());
        agent().header("If-Match", "*")
                .body("{\"owner\":\"%s\"}".formatted(ann))
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
        try (var listening = Listening.as(ann)) {
            var before = listening.lastId();
            note(id, "Would @%s look at it?".formatted(ann), "[]").statusCode(201);
            note(id, "Nobody is named.", "[]").statusCode(201);
            isToldOfBothNotesOnce(listening);
            try (var again = Listening.with(Line.bearer(ann, "agent"), before)) {
                isToldOfBothNotesOnce(again);
            }
        }
    }

    private static void isToldOfBothNotesOnce(Listening listening) {
        Supplier<List<Listening.Message>> told = () -> listening.messages().stream()
                .filter(message -> Set.of("mentioned", "ticket.changed").contains(message.event()))
                .toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> told.get().stream()
                                .map(Listening.Message::id)
                                .distinct()
                                .count()
                        == 2);
        assertThat(told.get()).extracting(Listening.Message::event).containsExactly("mentioned", "ticket.changed");
    }

    @Test
    void colleaguesAreNamedByTheirNameInOneWordOrByAList() {
        here(ann);
        here(bob);
        var id = ticketOf(mail());

        note(id, "@NameOf%s, please.".formatted(ann), "[\"%s\"]".formatted(bob)).statusCode(201);
        note(id, "@nobody-knows-them and @", "[]").statusCode(201);
        note(id, "Look", "[\"%s\",\"nobody\"]".formatted(bob))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/mentions/1"));

        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items[1].data.mentions", equalTo(List.of(ann, bob)))
                .body("items[2].data.mentions", nullValue());
        as(bob).get("/v1/agents/me/mentions?unread=true").then().body("items", hasSize(1));
    }

    @Test
    void mentionsAreReadPageByPage() {
        here(ann);
        var id = ticketOf(mail());
        for (var text : List.of("one", "two", "three")) {
            note(id, text, "[\"%s\"]".formatted(ann)).statusCode(201);
        }
        var path = "/v1/agents/me/mentions?limit=2";

        String next = as(ann).get(path)
                .then()
                .body("hasMore", equalTo(true))
                .extract()
                .path("next");
        as(ann).get(path + "&cursor=" + next).then().body("items", hasSize(1)).body("hasMore", equalTo(false));
        as(bob).get(path + "&cursor=" + next).then().statusCode(400);
    }

    private static void here(String agent) {
        sits(agent, "support", String.valueOf(Math.abs(agent.hashCode())));
    }

    private static RequestSpecification as(String agent) {
        return given().header("Authorization", Line.bearer(agent, "agent"));
    }

    private static void read(String agent, String note, int status) {
        as(agent).put("/v1/agents/me/mentions/%s/read".formatted(note)).then().statusCode(status);
    }

    private static ValidatableResponse note(String id, String text, String mentions) {
        return withKey()
                .body("{\"text\":\"%s\",\"mentions\":%s}".formatted(text, mentions))
                .post("/v1/tickets/" + id + "/notes")
                .then();
    }
}
