package io.carryon.ticketing.desk;

import static io.carryon.ticketing.line.Desk.agent;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkComponentTest {

    @Test
    void eachTicketIsChangedByItselfAndItsOutcomeTold() {
        var good = ticketOf(mail());
        var stale = ticketOf(mail());
        var ended = ticketOf(mail());
        status(ended, "RESOLVED").statusCode(200);
        var unknown = UUID.randomUUID().toString();

        bulk(
                        "{\"ticketId\":\"%s\",\"revision\":1},{\"ticketId\":\"%s\",\"revision\":7},{\"ticketId\":\"%s\"},{\"ticketId\":\"%s\"}"
                                .formatted(good, stale, unknown, ended),
                        "{\"owner\":\"me\",\"priority\":\"HIGH\",\"status\":{\"status\":\"WAITING_FOR_CUSTOMER\"},\"addTags\":[\"outage\"]}")
                .statusCode(200)
                .body("items.ticketId", equalTo(List.of(good, stale, unknown, ended)))
                .body("items.status", equalTo(List.of(200, 412, 404, 409)))
                .body("items[0].revision", equalTo(5))
                .body("items[0].problem", nullValue())
                .body("items[1].problem.type", equalTo("urn:carryon:problem:stale"))
                .body("items[3].problem.detail", containsString("open (OPEN)"))
                .body("succeeded", equalTo(1))
                .body("failed", equalTo(3));

        ticket(good)
                .body("owner", equalTo("agent-1"))
                .body("priority", equalTo("HIGH"))
                .body("tags", equalTo(List.of("outage")));
        ticket(stale).body("revision", equalTo(1));
        // Nothing of a change that was refused is done.
        ticket(ended).body("owner", nullValue()).body("revision", equalTo(2));
    }

    @Test
    void aRequestThatIsNotOneIsRefusedAsAWhole() {
        var id = ticketOf(mail());
        var item = "{\"ticketId\":\"%s\"}".formatted(id);
        var many = IntStream.range(0, 201)
                .mapToObj(at -> "{\"ticketId\":\"%s\"}".formatted(UUID.randomUUID()))
                .collect(Collectors.joining(","));

        bulk(many, "{\"queue\":\"billing\"}").statusCode(400).body("errors", hasSize(1));
        bulk(item + "," + item, "{\"queue\":\"billing\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/items/1/ticketId"));
        bulk(item, "{}").statusCode(400);
        bulk("", "{\"queue\":\"billing\"}").statusCode(400);
        bulk(item, "{\"owner\":\"two words\"}").statusCode(400).body("errors[0].pointer", equalTo("/change/owner"));
        bulk(item, "{\"queue\":\"nowhere\"}").statusCode(200).body("items[0].status", equalTo(400));
        ticket(id).body("revision", equalTo(1));
    }

    private static ValidatableResponse bulk(String items, String change) {
        return agent().body("{\"items\":[%s],\"change\":%s}".formatted(items, change))
                .post("/v1/tickets/bulk")
                .then();
    }
}
