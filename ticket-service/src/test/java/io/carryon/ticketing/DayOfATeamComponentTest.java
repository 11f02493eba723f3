package io.carryon.ticketing;

import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A day of a support team through its API: each hour goes on where the one before it ended. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DayOfATeamComponentTest {

    private static final String TODAY = UUID.randomUUID().toString().substring(0, 8);
    private static final String ANN = "ann-" + TODAY;
    private static final String BOB = "bob-" + TODAY;
    private static final String DEVICE = "zx" + TODAY;
    private static final UUID MARIA = UUID.randomUUID();
    private static final UUID INVOICE = UUID.randomUUID();
    private static String ticket;
    private static String second;

    @Test
    @Order(8)
    void atEightAnnSitsDownAndSeesWhatWaits() {
        serves(ANN, "available", "support");
        serves(BOB, "available", "support");
        keyed(ANN).body("""
                        {"name":"Waiting %s","query":"status:new %s","shared":false}""".formatted(TODAY, DEVICE)).post("/v1/views").then().statusCode(201);

        ticket = ticketOf(written("The invoice of my " + DEVICE + " is wrong."));

        ticket(ticket)
                .body("status", equalTo("NEW"))
                .body("owner", nullValue())
                .body("card.contactCount", equalTo(2))
                .body("outlook.nextUpdateBy", notNullValue());
        as(ANN).get("/v1/views?counts=true")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'Waiting %s' }.count.exact".formatted(TODAY), equalTo(1));
    }

    @Test
    @Order(9)
    void atNineSheTakesWhatIsNextUntilItIsMarias() {
        String taken;
        do {
            taken = keyed(ANN)
                    .body("{\"queues\":[\"support\"],\"channels\":[\"portal\"]}")
                    .post("/v1/tickets/claim-next")
                    .then()
                    .statusCode(200)
                    .body("owner", equalTo(ANN))
                    .extract()
                    .path("id");
        } while (!taken.equals(ticket));

        as(BOB).header("If-Match", "\"1\"")
                .body("{\"owner\":\"me\"}")
                .put(path("owner"))
                .then()
                .statusCode(412);
    }

    @Test
    @Order(10)
    void atTenSheSaysWhatSheUnderstoodBeforeSheSolves() {
        as(ANN).header("If-Match", "\"0\"")
                .body("""
                        {"problem":"The invoice charges the device twice.","expectation":"A corrected invoice.",
                         "desiredOutcome":"REPAIR"}""")
                .put(path("understanding"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"));

        as(ANN).get(path("composer"))
                .then()
                .statusCode(200)
                .body("text", startsWith("Dear Maria Weber"))
                .body("text", containsString("The invoice charges the device twice."))
                .body("placeholders", hasItem("solution"));
        as(ANN).body("{\"text\":\"It is corrected.\"}")
                .post(path("composer/lint"))
                .then()
                .statusCode(200)
                .body("advice.rule", hasItems("acknowledgement"));
    }

    @Test
    @Order(11)
    void atElevenSheAnswersAndPromises() {
        keyed(ANN)
                .body("{\"text\":\"Dear Maria Weber, {{solution}}\"}")
                .post(path("replies"))
                .then()
                .statusCode(422)
                .body("detail", containsString("solution"));

        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        var reply = keyed(ANN).body("""
                        {"text":"Dear Maria Weber, I see that the invoice charges you twice, and I am sorry for that. \
                        We correct it.","channel":"email","nextUpdateBy":"%s"}""".formatted(tomorrow));
        reply.post(path("replies")).then().statusCode(201).body("delivery.state", equalTo("REQUESTED"));

        as(ANN).get(path("promises")).then().statusCode(200).body("items.state", hasItem("OPEN"));
        ticket(ticket).body("outlook.promised", equalTo(true));
    }

    @Test
    @Order(12)
    void atTwelveBobIsAskedAndTakesOver() {
        keyed(ANN)
                .body("{\"text\":\"Who knows this device?\",\"mentions\":[\"%s\"]}".formatted(BOB))
                .post(path("notes"))
                .then()
                .statusCode(201);
        as(BOB).get("/v1/agents/me/mentions").then().statusCode(200).body("items.ticketId", hasItem(ticket));

        String handover = keyed(ANN)
                .header("If-Match", etag(ticket))
                .body("{\"to\":{\"kind\":\"agent\",\"name\":\"%s\"},\"note\":\"The refund is agreed.\"}".formatted(BOB))
                .post(path("handovers"))
                .then()
                .statusCode(201)
                .body("state", equalTo("OFFERED"))
                .extract()
                .path("id");
        ticket(ticket).body("owner", equalTo(ANN));
        as(BOB).body("{\"state\":\"ACCEPTED\"}")
                .put(path("handovers/" + handover + "/state"))
                .then()
                .statusCode(200);
        ticket(ticket).body("owner", equalTo(BOB));
    }

    @Test
    @Order(13)
    void atOneMariaHasWrittenTwiceAndIsAnsweredOnce() {
        second = ticketOf(mailAbout(MARIA, UUID.randomUUID()));

        as(BOB).header("If-Match", etag(second))
                .body("{\"into\":\"%s\",\"reason\":\"Both are about one invoice\"}".formatted(ticket))
                .put("/v1/tickets/" + second + "/merge")
                .then()
                .statusCode(200);

        ticket(second).body("status", equalTo("CLOSED"));
        ticket(ticket).body("conversation.items.findAll { it.kind == 'CONTACT' }.size()", equalTo(2));
    }

    @Test
    @Order(14)
    void atTwoBobWritesDownHisWork() {
        as(BOB).header("If-Match", etag(ticket))
                .body("{\"tags\":[\"invoice\",\"%s\"]}".formatted(DEVICE))
                .put(path("tags"))
                .then()
                .statusCode(200);
        keyed(BOB)
                .body("{\"minutes\":25,\"workedAt\":\"%s\",\"note\":\"Looked at the bookings\"}"
                        .formatted(Instant.now()))
                .post(path("time"))
                .then()
                .statusCode(201);
        String step = keyed(BOB)
                .body("{\"text\":\"Correct the invoice\"}")
                .post(path("checklist"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(BOB).body("{\"done\":true}").put(path("checklist/" + step)).then().statusCode(200);
    }

    @Test
    @Order(15)
    void atThreeItIsSolvedAndAThankYouLeavesItSo() {
        as(BOB).header("If-Match", etag(ticket))
                .body("""
                        {"status":"RESOLVED","resolution":{"code":"solved","reason":"You have the corrected invoice."}}""")
                .put(path("status"))
                .then()
                .statusCode(200);

        Line.open().recognized(saying(mailAbout(MARIA, INVOICE), "Thank you very much!"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        ticket(ticket).body("conversation.items.findAll { it.kind == 'CONTACT' }.size()", equalTo(3)));
        ticket(ticket).body("status", equalTo("RESOLVED"));
    }

    @Test
    @Order(16)
    void atFourAFollowUpOpensItAgainForWhoHasIt() {
        Line.open().recognized(saying(mailAbout(MARIA, INVOICE), "The corrected invoice is wrong as well."));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> ticket(ticket).body("status", equalTo("OPEN")).body("owner", equalTo(BOB)));
    }

    @Test
    @Order(17)
    void atFiveEverythingCanBeFoundAndSaysWhoDidIt() {
        as(ANN).get("/v1/tickets?q=" + DEVICE).then().statusCode(200).body("items.id", hasItem(ticket));
        assertThat(as(ANN).get("/v1/tickets/export?q=" + DEVICE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains(ticket(ticket).extract().<String>path("number"));
        var done = as(ANN).get(path("events?limit=100"))
                .then()
                .statusCode(200)
                .body("hasMore", equalTo(false))
                .body("items.actor.id", hasItems(ANN, BOB));
        assertThat(done.extract().<List<Integer>>path("items.revision")).doesNotHaveDuplicates();
        supervisor().get("/v1/audit?who=" + BOB).then().statusCode(200).body("items.ticketId", hasItem(ticket));
    }

    private static String path(String what) {
        return "/v1/tickets/" + ticket + "/" + what;
    }

    private static RequestSpecification keyed(String agent) {
        return as(agent).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Maria's request at the portal. */
    private static ObjectNode written(String text) {
        var request = saying(mailAbout(MARIA, INVOICE), text);
        ((ObjectNode) request.get("contact")).put("channel", "portal");
        return request;
    }

    private static ObjectNode saying(ObjectNode contact, String text) {
        ((ObjectNode) contact.get("contact"))
                .put("text", text)
                .put("subject", "Re: Invoice of May")
                .putArray("attachments");
        return contact;
    }
}
