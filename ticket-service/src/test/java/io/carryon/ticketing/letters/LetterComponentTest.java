package io.carryon.ticketing.letters;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What stands around replies by mail: by queue, language and agent. */
@QuarkusTest
class LetterComponentTest {

    private final Line line = Line.open();

    @Test
    void aReplyIsFramedInTheCustomersLanguageWithSignatureNumberAndPromise() {
        sign("me", "Ann Agent\\nExample GmbH");
        var mail = mail();
        ((ObjectNode) mail.get("contact"))
                .put("text", "Guten Tag, die Rechnung vom Mai ist falsch und ich bitte um eine neue.");
        var id = ticketOf(mail);
        withKey()
                .body("{\"text\":\"Erledigt.\",\"nextUpdateBy\":\"%s\"}"
                        .formatted(Instant.now().plus(Duration.ofDays(2))))
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201)
                .body("text", equalTo("Erledigt."));

        var requested = line.data("reply.requested", id, 1).getFirst();
        Contract.named("reply.requested").accepts(requested);
        assertThat(requested.at("/text").asText()).isEqualTo("Erledigt.");
        assertThat(requested.at("/frame/language").asText()).isEqualTo("de");
        assertThat(requested.at("/frame/closing").asText())
                .contains(
                        "Sie hören von uns bis",
                        "-- \nAnn Agent\nExample GmbH\n",
                        requested.at("/ticketNumber").asText())
                .doesNotContain("{{", "Wie es weitergeht");
        sign("me", "");
    }

    @Test
    void aQueueHasLettersOfItsOwn() {
        supervisor().get("/v1/queues/technical/letter").then().statusCode(200).body("texts", hasKey("pl"));
        var etag = supervisor().get("/v1/queues/technical/letter").header("ETag");
        supervisor()
                .header("If-Match", etag)
                .body("{\"texts\":{\"en\":\"Technical support\\n\\n{{text}}\\n\\n{{agent-name}}, {{queue}}\"}}")
                .put("/v1/queues/technical/letter")
                .then()
                .statusCode(200);
        var mail = mail();
        ((ObjectNode) mail.get("contact")).put("text", "The invoice is wrong and I want to have a new one, please.");
        var id = ticketOf(mail);
        agent().header("If-Match", etag(id))
                .body("{\"queue\":\"technical\"}")
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
        reply(id, "Corrected.").statusCode(201);

        var frame = line.data("reply.requested", id, 1).getFirst().get("frame");
        assertThat(frame.get("language").asText()).isEqualTo("en");
        assertThat(frame.get("opening").asText()).isEqualTo("Technical support");
        assertThat(frame.get("closing").asText()).isEqualTo("Name of agent-1, technical");
    }

    @Test
    void whatCouldGoOutUnfilledIsRefused() {
        var etag = supervisor().get("/v1/queues/billing/letter").header("ETag");
        for (var frame : new String[] {"Bye", "{{text}}\\n{{solution}}", "{{text}}\\n{{moon}}"}) {
            supervisor()
                    .header("If-Match", etag)
                    .body("{\"texts\":{\"en\":\"%s\"}}".formatted(frame))
                    .put("/v1/queues/billing/letter")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/texts/en"));
        }
        supervisor().get("/v1/queues/nowhere/letter").then().statusCode(404);
        agent().header("If-Match", etag)
                .body("{\"texts\":{}}")
                .put("/v1/queues/billing/letter")
                .then()
                .statusCode(403);
        agent().header("If-Match", "\"0\"")
                .body("{\"text\":\"I am {{agent-name}}\"}")
                .put("/v1/agents/me/signature")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("agent-name"));
        agent().header("If-Match", "\"0\"")
                .body("{\"text\":\"x\"}")
                .put("/v1/agents/agent-9/signature")
                .then()
                .statusCode(403);
    }

    private static void sign(String id, String text) {
        var etag = agent().get("/v1/agents/" + id + "/signature").header("ETag");
        agent().header("If-Match", etag)
                .body("{\"text\":\"%s\"}".formatted(text))
                .put("/v1/agents/" + id + "/signature")
                .then()
                .statusCode(200);
    }
}
