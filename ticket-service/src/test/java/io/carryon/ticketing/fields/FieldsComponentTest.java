package io.carryon.ticketing.fields;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FieldsComponentTest {

    private static final String SCHEMA = "/v1/queues/technical/fields";

    private static final String FIELDS = """
            {"fields":[
             {"key":"serial-number","label":"Serial number","type":"TEXT","required":true},
             {"key":"price","label":"Price","type":"NUMBER"},
             {"key":"pieces","label":"Pieces","type":"WHOLE_NUMBER"},
             {"key":"warranty","label":"Warranty","type":"YES_NO"},
             {"key":"bought","label":"Bought","type":"DATE"},
             {"key":"model","label":"Model","type":"CHOICE","choices":["A","B"]},
             {"key":"parts","label":"Parts","type":"CHOICES","choices":["lid","knob"]}]}""";

    @AfterEach
    void noFieldsAgain() {
        set("{\"fields\":[]}").statusCode(200);
    }

    @Test
    void aTicketHasTheFieldsOfItsQueueAndEndsWithThoseThatAreRequired() {
        set(FIELDS).statusCode(200).body("fields", hasSize(7));
        var id = ticketOf(mail());
        fields(id, "{\"price\":1}").statusCode(400).body("errors[0].detail", containsString("queue support"));
        queue(id, "technical");

        status(id, "RESOLVED").statusCode(409).body("detail", containsString("serial-number"));
        fields(id, """
                {"serial-number":"X-1","price":12.5,"pieces":3,"warranty":true,"bought":"2026-02-28","model":"A",
                 "parts":["lid","knob"]}""").statusCode(200).body("values.price", equalTo(12.5f));
        ticket(id).body("fields.parts", equalTo(List.of("lid", "knob"))).body("revision", equalTo(3));
        fields(id, "{\"price\":null,\"pieces\":3}").statusCode(200).body("values.price", nullValue());

        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items[-1].type", equalTo("FIELDS_CHANGED"))
                .body("items[-1].data.before.price", equalTo(12.5f))
                .body("items[-1].data.after", equalTo(java.util.Collections.singletonMap("price", null)));
        queue(id, "billing");
        ticket(id).body("fields", nullValue());
        queue(id, "technical");
        ticket(id).body("fields.'serial-number'", equalTo("X-1"));
        status(id, "RESOLVED").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serial-number | 7",
                "serial-number | \" \"",
                "price | \"7\"",
                "price | 1e400",
                "pieces | 1.5",
                "pieces | 92233720368547758080",
                "warranty | \"yes\"",
                "bought | \"2026-02-30\"",
                "model | \"C\"",
                "parts | \"lid\"",
                "parts | [\"lid\",\"lid\"]",
                "parts | []",
            })
    void aValueOfAnotherTypeIsRefusedByName(String field, String value) {
        set(FIELDS).statusCode(200);
        var id = ticketOf(mail());
        queue(id, "technical");

        fields(id, "{\"%s\":%s}".formatted(field, value))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/values/" + field));
        ticket(id).body("revision", equalTo(2));
    }

    @Test
    void aSchemaIsTheAdminsAndMustFitTogether() {
        agent().header("If-Match", "*").body(FIELDS).put(SCHEMA).then().statusCode(403);
        admin().body(FIELDS).put(SCHEMA).then().statusCode(428);
        set("{\"fields\":[{\"key\":\"a\",\"label\":\"A\",\"type\":\"CHOICE\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fields/0/choices"));
        set("{\"fields\":[{\"key\":\"a\",\"label\":\"A\",\"type\":\"TEXT\"},{\"key\":\"a\",\"label\":\"A\",\"type\":\"DATE\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fields/1/key"));
        set("{\"fields\":[{\"key\":\"Not a key\",\"label\":\"A\",\"type\":\"TEXT\"}]}")
                .statusCode(400);
        agent().get("/v1/queues/nowhere/fields").then().statusCode(404);
    }

    @Test
    void tagsAreKeptInLowerCaseOnceEach() {
        var id = ticketOf(mail());

        tags(id, "[\"VIP\",\"invoice\",\"vip\"]").statusCode(200).body("tags", equalTo(List.of("invoice", "vip")));
        tags(id, "[\"vip\",\"invoice\"]").statusCode(200).header("ETag", "\"2\"");
        tags(id, "[\"vip\",\"Łódź\"]").statusCode(200);

        ticket(id).body("tags", equalTo(List.of("vip", "łódź")));
        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items[-1].type", equalTo("TAGS_CHANGED"))
                .body("items[-1].data.added", equalTo(List.of("łódź")))
                .body("items[-1].data.removed", equalTo(List.of("invoice")));
        tags(id, "[\"two words\"]").statusCode(400);
        tags(id, "[null]").statusCode(400);
        agent().header("If-Match", "\"99\"")
                .body("{\"tags\":[]}")
                .put("/v1/tickets/" + id + "/tags")
                .then()
                .statusCode(412);
    }

    private static ValidatableResponse set(String body) {
        return admin().header("If-Match", admin().get(SCHEMA).header("ETag"))
                .body(body)
                .put(SCHEMA)
                .then();
    }

    private static void queue(String id, String queue) {
        agent().header("If-Match", etag(id))
                .body("{\"queue\":\"%s\"}".formatted(queue))
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse fields(String id, String values) {
        return agent().header("If-Match", etag(id))
                .body("{\"values\":%s}".formatted(values))
                .put("/v1/tickets/" + id + "/fields")
                .then();
    }

    private static ValidatableResponse tags(String id, String tags) {
        return agent().header("If-Match", etag(id))
                .body("{\"tags\":%s}".formatted(tags))
                .put("/v1/tickets/" + id + "/tags")
                .then();
    }
}
