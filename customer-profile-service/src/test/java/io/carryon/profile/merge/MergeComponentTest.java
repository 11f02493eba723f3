package io.carryon.profile.merge;

import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.thread;
import static io.carryon.profile.line.Contacts.ticket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeComponentTest extends OnLocalStack {

    private final String work = someone();
    private final String home = someone();
    private Line line;
    private JsonNode atWork;
    private JsonNode atHome;

    @BeforeEach
    void twoWhoAreOne() {
        line = new Line("contact.recognized", "customer.changed");
        atWork = recognize(work, UUID.randomUUID(), null);
        atHome = recognize(home, UUID.randomUUID(), null);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    private JsonNode recognize(String from, UUID contact, String issue) {
        var mail = mail(contact, from, "Router");
        thread(mail).put("repliedIssueId", issue);
        line.send("contact.received", from, mail);
        return line.recognized(contact);
    }

    private static String customer(JsonNode recognized) {
        return recognized.at("/customer/id").asText();
    }

    private static String issue(JsonNode recognized) {
        return recognized.at("/issue/id").asText();
    }

    private static ValidatableResponse get(String path, Object... parameters) {
        return given().auth().oauth2(token("agent")).get(path, parameters).then();
    }

    private static ValidatableResponse merge(String key, String customer, String into) {
        return given().auth()
                .oauth2(token("agent"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("into", into, "reason", "Same person, said so"))
                .post("/v1/customers/{id}/merge", customer)
                .then();
    }

    private static ValidatableResponse unmerge(String key, String customer) {
        return given().auth()
                .oauth2(token("agent"))
                .header("Idempotency-Key", key)
                .post("/v1/customers/{id}/unmerge", customer)
                .then();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(MergeComponentTest.class.getResourceAsStream("/contracts/customer.changed.v1.schema.json"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void twoAreShownAsOneAndAreThemselvesAgainAfterTheUndo() {
        merge(key(), customer(atHome), customer(atWork))
                .statusCode(200)
                .body("survivorId", equalTo(customer(atWork)))
                .body("members", contains(customer(atWork), customer(atHome)));

        get("/v1/customers/{id}", customer(atHome))
                .statusCode(200)
                .body("id", equalTo(customer(atWork)))
                .body("mergedInto", equalTo(customer(atWork)))
                .body("contactCount", equalTo(2))
                .body("handles.value", containsInAnyOrder(work, home));
        get("/v1/customers/{id}", customer(atWork)).body("mergedInto", nullValue());
        get("/v1/customers?handle=mailto:{handle}", home).body("items[0].id", equalTo(customer(atWork)));
        get("/v1/customers/{id}/timeline", customer(atHome)).body("items", hasSize(2));
        get("/v1/customers/{id}/issues", customer(atWork)).body("items", hasSize(2));
        get("/v1/customers/{id}/merges", customer(atHome))
                .body("survivorId", equalTo(customer(atWork)))
                .body("items[0].customerId", equalTo(customer(atHome)))
                .body("items[0].by", equalTo("agent"))
                .body("items[0].reason", equalTo("Same person, said so"));

        var answer = recognize(home, UUID.randomUUID(), issue(atWork));
        assertThat(answer.at("/customer/id").asText()).isEqualTo(customer(atWork));
        assertThat(answer.at("/customer/memberId").asText()).isEqualTo(customer(atHome));
        assertThat(answer.at("/issue/decision").asText()).isEqualTo("LINK");
        assertThat(answer.at("/card/contactCount").asInt()).isEqualTo(2);

        var undone = unmerge(key(), customer(atHome))
                .statusCode(200)
                .body("members", contains(customer(atWork)))
                .body("freed", contains(customer(atHome)))
                .body("movedContacts", equalTo(1))
                .extract()
                .jsonPath();
        get("/v1/customers/{id}", customer(atHome))
                .body("id", equalTo(customer(atHome)))
                .body("mergedInto", nullValue())
                .body("contactCount", equalTo(2))
                .body("handles.value", contains(home));
        get("/v1/issues/{id}", issue(atWork)).body("contactCount", equalTo(1)).body("contacts", hasSize(1));
        var event = Line.json(line.messages(1, undone.getString("actId")).getFirst());
        assertThat(schema().validate(event)).as(event.toPrettyString()).isEmpty();
        var moved = event.at("/movedContacts/0");
        assertThat(moved.get("contactId")).isEqualTo(answer.at("/contact/contactId"));
        assertThat(moved.get("fromIssueId").asText()).isEqualTo(issue(atWork));
        get("/v1/issues/{id}", moved.get("toIssueId").asText())
                .body("customerId", equalTo(customer(atHome)))
                .body("contactCount", equalTo(1));
        get("/v1/customers/{id}/timeline", customer(atHome))
                .body("items[0].issueId", equalTo(moved.get("toIssueId").asText()));
    }

    @Test
    void aTicketOfOneIsAnOpenIssueOfBothWhoeverItNames() {
        merge(key(), customer(atHome), customer(atWork)).statusCode(200);
        var ticket = UUID.randomUUID();
        line.send(
                "ticket.changed",
                ticket.toString(),
                ticket(ticket, "100013", issue(atHome), customer(atWork), 1, "OPENED", "NEW"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/v1/customers/{id}", customer(atWork)).body("openIssues", hasSize(1)));
        unmerge(key(), customer(atHome)).statusCode(200);
        get("/v1/customers/{id}", customer(atWork)).body("openIssues", empty());
        get("/v1/customers/{id}", customer(atHome)).body("openIssues", hasSize(1));
    }

    @Test
    void theEventIsPublishedUnderTheSurvivorAndTheAct() {
        var act = merge(key(), customer(atHome), customer(atWork)).extract().path("actId");
        var message = line.messages(1, act).getFirst();

        assertThat(message.key()).isEqualTo(customer(atWork));
        assertThat(new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(act);
        assertThat(new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.carryon.customer.changed.v1");
    }

    @Test
    void theSameRequestAgainGetsTheFirstAnswer() {
        var key = key();
        var first = merge(key, customer(atHome), customer(atWork)).extract().asString();

        assertThat(merge(key, customer(atHome), customer(atWork)).extract().asString())
                .isEqualTo(first);
        merge(key, customer(atHome), customer(atHome)).statusCode(422).body("type", endsWith("idempotency-key-reused"));
        given().auth()
                .oauth2(token("agent"))
                .post("/v1/customers/{id}/unmerge", customer(atHome))
                .then()
                .statusCode(400)
                .body("title", equalTo("The Idempotency-Key header is missing"));
    }

    @Test
    void whatCannotBeMergedIsSaid() {
        var nobody = UUID.randomUUID().toString();

        merge(key(), customer(atHome), customer(atHome)).statusCode(400).body("errors[0].pointer", equalTo("/into"));
        merge(key(), customer(atHome), nobody).statusCode(400).body("errors[0].pointer", equalTo("/into"));
        merge(key(), nobody, customer(atHome)).statusCode(404);
        unmerge(key(), nobody).statusCode(404);
        unmerge(key(), customer(atHome)).statusCode(409).body("type", endsWith("not-merged"));
        merge(key(), customer(atHome), customer(atWork)).statusCode(200);
        merge(key(), customer(atWork), customer(atHome)).statusCode(409).body("type", endsWith("already-merged"));
        unmerge(key(), customer(atWork)).statusCode(409).body("type", endsWith("is-survivor"));
        given().auth()
                .oauth2(token("service"))
                .header("Idempotency-Key", key())
                .post("/v1/customers/{id}/unmerge", customer(atHome))
                .then()
                .statusCode(403);
    }
}
