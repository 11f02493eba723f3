package io.carryon.ticketing.canned;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CannedComponentTest {

    private static final String TEXTS = """
            {"title":"Corrected","texts":{
             "en":"Dear {{customer-name}}, we are sorry. {{solution}} Kind regards, {{agent-name}}",
             "de":"Guten Tag {{customer-name}}, das tut uns leid. {{solution}}"}}""";

    private final String template = "t-" + UUID.randomUUID();
    private final String macro = "m-" + UUID.randomUUID();

    @Test
    void aTemplateIsFilledInForATicketAndSaysWhatIsLeft() {
        set("templates", template, TEXTS).statusCode(200).header("ETag", "\"1\"");
        var id = ticketOf(mail());

        agent().get("/v1/tickets/%s/templates/%s".formatted(id, template))
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("text", equalTo("Dear Maria Weber, we are sorry. {{solution}} Kind regards, Name of agent-1"))
                .body("placeholders", equalTo(List.of("solution")))
                .body("advice.rule", hasItem("restatement"));
        agent().get("/v1/tickets/%s/templates/%s?language=de-AT".formatted(id, template))
                .then()
                .body("language", equalTo("de"));
        agent().get("/v1/tickets/%s/templates/%s?language=fr".formatted(id, template))
                .then()
                .body("language", equalTo("en"));
        ticket(id).body("revision", equalTo(1));
    }

    @Test
    void aMacroIsLookedAtThenAppliedAsOneThing() {
        set("templates", template, TEXTS).statusCode(200);
        set("macros", macro, """
                {"title":"All of it","template":"%s","addTags":["invoice"],"priority":"LOW",
                 "status":{"status":"RESOLVED","resolution":{"code":"solved","reason":"It is corrected."}}}""".formatted(template)).statusCode(200);
        var id = ticketOf(mail());
        var path = "/v1/tickets/%s/macros/%s".formatted(id, macro);

        agent().get(path)
                .then()
                .statusCode(200)
                .body("reply.placeholders", equalTo(List.of("solution")))
                .body("tags.after", equalTo(List.of("invoice")))
                .body("priority.before", equalTo("NORMAL"))
                .body("priority.after", equalTo("LOW"))
                .body("status.before", equalTo("new"))
                .body("status.after", equalTo("resolved"))
                .body("revision", nullValue());
        ticket(id).body("revision", equalTo(1)).body("status", equalTo("NEW")).body("tags", hasSize(0));
        apply(id, "{}").statusCode(422).body("detail", containsString("[solution]"));
        ticket(id)
                .body("revision", equalTo(1))
                .body("priority", equalTo("NORMAL"))
                .body("tags", hasSize(0));

        apply(id, "{\"text\":\"Dear Maria Weber, we are sorry. It is corrected.\"}")
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("reply.entryId", notNullValue());

        ticket(id)
                .body("status", equalTo("RESOLVED"))
                .body("priority", equalTo("LOW"))
                .body("tags", equalTo(List.of("invoice")))
                .body("abc.solvedWithoutAt", nullValue())
                .body("conversation.items[1].text", containsString("It is corrected."));
        var changes = Line.open().data("ticket.changed", id, 5);
        changes.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(changes)
                .extracting(change -> change.get("change").textValue())
                .containsExactly("OPENED", "TAGS_CHANGED", "PRIORITY_CHANGED", "REPLIED", "STATUS_CHANGED");
    }

    @Test
    void aMacroIsAppliedOnceAKeyAndOnlyOnWhatWasSeen() {
        set("macros", macro, "{\"title\":\"Urgent\",\"priority\":\"URGENT\"}").statusCode(200);
        var id = ticketOf(mail());
        var key = UUID.randomUUID().toString();

        for (var time = 0; time < 2; time++) {
            agent().header("If-Match", "\"1\"")
                    .header("Idempotency-Key", key)
                    .body("{}")
                    .post("/v1/tickets/%s/macros/%s".formatted(id, macro))
                    .then()
                    .statusCode(200)
                    .body("priority.after", equalTo("URGENT"))
                    .body("revision", equalTo(2));
        }
        agent().header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/tickets/%s/macros/%s".formatted(id, macro))
                .then()
                .statusCode(412);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        set("templates", template, "{\"title\":\"T\",\"texts\":{\"en\":\"Dear {{name}}\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/texts/en"))
                .body("errors[0].detail", containsString("customer-name"));
        set("templates", template, "{\"title\":\"T\",\"texts\":{\"xx\":\"Dear\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/texts/xx"));
        set("templates", template, "{\"title\":\"T\",\"texts\":{}}").statusCode(400);
        set("templates", "Not-a-name", TEXTS).statusCode(400);
        set("macros", macro, "{\"title\":\"M\"}").statusCode(400);
        set("macros", macro, "{\"title\":\"M\",\"template\":\"nowhere\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/template"));
        set("macros", macro, "{\"title\":\"M\",\"status\":{\"status\":\"ON_HOLD\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/status"));
        agent().body(TEXTS).put("/v1/templates/" + template).then().statusCode(403);
        agent().get("/v1/tickets/%s/templates/%s".formatted(ticketOf(mail()), template))
                .then()
                .statusCode(404);
        agent().get("/v1/placeholders").then().body("items.name", hasItem("next-step"));
    }

    @Test
    void settingsAreChangedOnTheRevisionThatWasSeenAndDeletedWhenNothingNeedsThem() {
        set("templates", template, TEXTS).statusCode(200);
        set("macros", macro, "{\"title\":\"M\",\"template\":\"%s\"}".formatted(template))
                .statusCode(200);

        set("templates", template, TEXTS).statusCode(428);
        admin().header("If-Match", "\"1\"")
                .body(TEXTS)
                .put("/v1/templates/" + template)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        agent().get("/v1/templates").then().body("items.name", hasItem(template));
        agent().get("/v1/macros").then().body("items.name", hasItem(macro));
        delete("templates", template, "\"2\"").statusCode(409).body("detail", containsString(macro));
        delete("macros", macro, "\"9\"").statusCode(412);
        delete("macros", macro, "\"1\"").statusCode(204);
        delete("templates", template, "\"2\"").statusCode(204);
        delete("templates", template, "\"2\"").statusCode(404);
    }

    private ValidatableResponse apply(String id, String body) {
        return agent().header("If-Match", etag(id))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/tickets/%s/macros/%s".formatted(id, macro))
                .then();
    }

    @Test
    void whoChangedThemIsInTheAudit() {
        set("templates", template, TEXTS).statusCode(200);
        set("macros", macro, "{\"title\":\"M\",\"template\":\"%s\"}".formatted(template))
                .statusCode(200);
        admin().header("If-Match", "\"1\"")
                .body("{\"title\":\"N\",\"priority\":\"LOW\"}")
                .put("/v1/macros/" + macro)
                .then()
                .statusCode(200);
        delete("templates", template, "\"1\"").statusCode(204);

        audited("macro", macro)
                .body("size()", equalTo(2))
                .body("[0].who.id", equalTo("root"))
                .body("[0].before.title", equalTo("M"))
                .body("[0].before.template", equalTo(template))
                .body("[0].after.title", equalTo("N"))
                .body("[1].who.id", equalTo("boss"))
                .body("[1].before", nullValue());
        audited("template", template)
                .body("size()", equalTo(2))
                .body("[0].before.title", equalTo("Corrected"))
                .body("[0].after", nullValue());
    }

    private static ValidatableResponse audited(String kind, String name) {
        return admin().get("/v1/audit?limit=100&kind=" + kind)
                .then()
                .statusCode(200)
                .rootPath("items.findAll { it.setting == '%s' }".formatted(name));
    }

    private static ValidatableResponse set(String kind, String name, String body) {
        return supervisor().body(body).put("/v1/%s/%s".formatted(kind, name)).then();
    }

    private static ValidatableResponse delete(String kind, String name, String ifMatch) {
        return supervisor()
                .header("If-Match", ifMatch)
                .delete("/v1/%s/%s".formatted(kind, name))
                .then();
    }
}
