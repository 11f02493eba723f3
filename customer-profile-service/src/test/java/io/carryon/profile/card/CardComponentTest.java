package io.carryon.profile.card;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What staff see before they pick up, from the events on the line. */
@QuarkusTest
class CardComponentTest extends OnLocalStack {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    IssueStore issues;

    @Inject
    MongoClient mongo;

    private final Line line = new Line("contact.recognized");
    private final UUID mail = UUID.randomUUID();
    private final UUID call = UUID.randomUUID();
    private final UUID last = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();
    private final String from = someone();

    @AfterEach
    void closeTheLine() {
        line.close();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role)).contentType("application/json");
    }

    private static ObjectNode at(ObjectNode event, String time) {
        return event.put("receivedAt", time);
    }

    private JsonNode recognized(UUID contact, ObjectNode event, int times) {
        line.send("contact.received", from, event);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> published(contact), all -> all.size() == times)
                .getLast();
    }

    /** Cards of later contacts name the contact too. */
    private List<JsonNode> published(UUID contact) {
        return line.about(contact).stream()
                .map(Line::json)
                .filter(each -> each.at("/contact/contactId").asText().equals(contact.toString()))
                .toList();
    }

    private void changed(JsonNode opening, long revision, String change, String status, String more) {
        var event = Contacts.ticket(
                ticket,
                "100013",
                opening.at("/issue/id").asText(),
                opening.at("/customer/id").asText(),
                revision,
                change,
                status);
        event.put("at", "2026-11-%02dT09:00:00Z".formatted(1 + revision)).put("openedAt", "2026-11-01T09:00:00Z");
        event.setAll((ObjectNode) json(more));
        line.send("ticket.changed", ticket.toString(), event);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> issues.find(UUID.fromString(opening.at("/issue/id").asText()))
                        .flatMap(issue -> issue.ticket(ticket))
                        .filter(known -> known.revision() == revision)
                        .isPresent());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail that is answered too late, a call through the menu, and another mail when it is settled badly. */
    private JsonNode history(int times) {
        var opening = recognized(mail, at(Contacts.mail(mail, from, "Router"), "2026-11-01T08:00:00Z"), times);
        changed(opening, 1, "OPENED", "NEW", "{}");
        changed(
                opening,
                2,
                "REPLIED",
                "OPEN",
                "{'reply':{'replyId':'%s','channel':'email','text':'Tomorrow.','author':'Amy'},'promise':{'text':'Tomorrow.','dueAt':'2026-11-03T12:00:00Z'}}"
                        .formatted(UUID.randomUUID()));
        var again = at(Contacts.mail(call, from, null), "2026-11-04T08:00:00Z").put("channel", "phone");
        again.set(
                "phone",
                json("{'callId':'c','menuPath':['root','technical'],'collected':{'order':'4711'},'trigger':'dtmf0'}"));
        Contacts.thread(again).put("repliedIssueId", opening.at("/issue/id").asText());
        recognized(call, again, times);
        changed(opening, 3, "STATUS_CHANGED", "RESOLVED", "{}");
        changed(opening, 4, "RATED", "RESOLVED", "{'rating':{'score':2}}");
        changed(opening, 5, "CONTACT_ADDED", "OPEN", "{}");
        var third = at(Contacts.mail(last, from, "Re: Router"), "2026-11-08T08:00:00Z")
                .put("language", "de");
        Contacts.thread(third).put("repliedIssueId", opening.at("/issue/id").asText());
        return recognized(last, third, times).get("card");
    }

    @Test
    void whatTheCustomerTriedThemselvesAndWhetherItHelpedIsOnTheCardOfThisContactAndTheNext() {
        var article = UUID.randomUUID();
        var chat = at(Contacts.mail(mail, from, null), "2026-11-01T08:00:00Z").put("channel", "chat");
        chat.set("selfService", json("""
                        {'searches':[%s{'q':'reset password','results':1,'at':'2026-11-01T07:58:00Z'}],
                         'read':[{'articleId':'%s','title':'Reset your password','helpful':false,'at':'2026-11-01T07:59:00Z'}]}
                        """.formatted("{'q':'too long ago','results':0},".repeat(5), article)));
        var opening = recognized(mail, chat, 1);

        assertThat(opening.at("/contact/selfService/searches"))
                .as("passed on whole")
                .hasSize(6);
        var tried = opening.at("/card/collected/0/selfService");
        assertThat(tried.get("searches")).hasSize(5);
        assertThat(tried.at("/searches/4"))
                .isEqualTo(json("{'q':'reset password','results':1,'at':'2026-11-01T07:58:00Z'}"));
        assertThat(tried.get("read"))
                .isEqualTo(json(
                        "[{'articleId':'%s','title':'Reset your password','helpful':false,'at':'2026-11-01T07:59:00Z'}]"
                                .formatted(article)));

        var next = at(Contacts.mail(call, from, null), "2026-11-04T08:00:00Z");
        Contacts.thread(next).put("repliedIssueId", opening.at("/issue/id").asText());
        assertThat(recognized(call, next, 1).at("/card/collected/0/selfService"))
                .isEqualTo(tried);
    }

    @Test
    void theCardTellsWhatTheCustomerWentThroughAndAReplayOfTheEventsGivesItAgain() {
        var card = history(1);

        assertThat(card.at("/frozenAt").asText()).isEqualTo("2026-11-08T08:00:00Z");
        assertThat(card.at("/issueHistory/contactNumber").asInt()).isEqualTo(3);
        assertThat(card.at("/issueHistory/channels")).isEqualTo(json("['email','phone']"));
        assertThat(card.at("/issueHistory/handledBy")).isEqualTo(json("['Amy']"));
        assertThat(card.at("/issueHistory/broken").asInt()).isEqualTo(1);
        assertThat(card.at("/issueHistory/reopened").asInt()).isEqualTo(1);
        assertThat(card.at("/capability/scores/0/score").asInt()).isEqualTo(2);
        assertThat(card.at("/capability/waits/0/firstResponseSeconds").asInt()).isEqualTo(2 * 24 * 3600);
        assertThat(card.at("/collected/0/given")).isEqualTo(json("[{'name':'order','value':'4711'}]"));
        assertThat(card.at("/preferences/language").asText()).isEqualTo("de");
        assertThat(card.at("/effort/parts").findValuesAsText("name"))
                .contains("repeat-contacts", "waiting", "broken-promises", "reopenings", "telephone-menu");

        mongo.getDatabase(Line.config("quarkus.mongodb.database"))
                .getCollection("profile")
                .deleteMany(new Document());

        assertThat(history(2)).isEqualTo(card);
    }

    @Test
    void theCardIsShownAsItWentOutWhateverStaffSetLater() {
        var opening = recognized(mail, Contacts.mail(mail, from, "Router"), 1);
        var customer = "/v1/customers/" + opening.at("/customer/id").asText();

        as("agent").body("{\"tier\":\"gold\"}").put(customer + "/tier").then().statusCode(403);
        as("supervisor")
                .body("{\"tier\":\"gold\"}")
                .put(customer + "/tier")
                .then()
                .statusCode(200);
        as("supervisor")
                .body("{\"tier\":\"tin\"}")
                .put(customer + "/tier")
                .then()
                .statusCode(400);
        as("agent")
                .body("{\"language\":\"pl\",\"channel\":\"phone\",\"formOfAddress\":\"Dr. Novak\"}")
                .put(customer + "/preferences")
                .then()
                .statusCode(200);
        as("agent")
                .body("{\"channel\":\"fax\"}")
                .put(customer + "/preferences")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/channel"));
        as("agent")
                .body("{}")
                .put("/v1/customers/" + mail + "/preferences")
                .then()
                .statusCode(404);

        var next = recognized(last, Contacts.mail(last, from, "Invoice"), 1).get("card");
        assertThat(next.at("/value/tier").asText()).isEqualTo("gold");
        assertThat(next.at("/preferences/formOfAddress").asText()).isEqualTo("Dr. Novak");
        as("agent").get(customer).then().body("tier", equalTo("gold")).body("preferences.language", equalTo("pl"));
        assertThat(json(as("agent").get("/v1/contacts/" + last + "/card").asString()))
                .isEqualTo(next);
        as("agent").get("/v1/contacts/" + mail + "/card").then().body("value.tier", equalTo("standard"));
        as("portal").get("/v1/contacts/" + mail + "/card").then().statusCode(403);
        as("agent").get("/v1/contacts/" + ticket + "/card").then().statusCode(404);
    }
}
