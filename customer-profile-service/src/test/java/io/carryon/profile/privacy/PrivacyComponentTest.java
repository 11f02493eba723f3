package io.carryon.profile.privacy;

import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.ticket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two customers who write, call and chat; one of them asks for all that is known, and to be forgotten. */
@QuarkusTest
class PrivacyComponentTest extends OnLocalStack {

    @Inject
    MongoClient mongo;

    private final Sender ursula = new Sender("Ursula", someone(), "01512 3" + Sender.digits(6));
    private final Sender boris = new Sender("Boris", someone(), "01512 4" + Sender.digits(6));
    private Line line;

    @BeforeEach
    void theyContactUs() {
        line = new Line("contact.recognized", "customer.changed");
        ursula.contact(line, this::stored);
        boris.contact(line, this::stored);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    static ValidatableResponse post(String act, String role, String customer, Map<String, ?> body) {
        return post(act, role, customer, body, UUID.randomUUID().toString());
    }

    static ValidatableResponse post(String act, String role, String customer, Map<String, ?> body, String key) {
        return given().auth()
                .oauth2(token(role))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/customers/{id}/" + act, customer)
                .then();
    }

    static void prefer(String customer, Map<String, ?> preferences) {
        given().auth()
                .oauth2(token("agent"))
                .contentType("application/json")
                .body(preferences)
                .put("/v1/customers/{id}/preferences", customer)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse erase(String customer) {
        return post("erasure", "admin", customer, Map.of("reason", "Asked for by letter"));
    }

    private static ValidatableResponse get(String path, Object... parameters) {
        return given().auth().oauth2(token("supervisor")).get(path, parameters).then();
    }

    private Iterable<Document> documents() {
        return mongo.getDatabase(Line.config("carryon.mongodb.database"))
                .getCollection("profile")
                .find();
    }

    /** Everything this service keeps of everybody, as text. */
    private String stored() {
        var all = new StringBuilder();
        documents().forEach(document -> all.append(document.toJson()).append('\n'));
        return all.toString();
    }

    private List<String> documentsWith(String text) {
        return StreamSupport.stream(documents().spliterator(), false)
                .map(Document::toJson)
                .filter(json -> json.contains(text))
                .toList();
    }

    private String view(String customer) {
        return get("/v1/customers/{id}", customer).extract().asString()
                + get("/v1/customers/{id}/timeline", customer).extract().asString()
                + get("/v1/customers/{id}/issues", customer).extract().asString();
    }

    private static List<Object> counts(String customer) {
        var path = get("/v1/customers/{id}", customer).statusCode(200).extract().jsonPath();
        var timeline = get("/v1/customers/{id}/timeline", customer).extract().jsonPath();
        var issues = get("/v1/customers/{id}/issues", customer).extract().jsonPath();
        return Arrays.asList(
                path.get("contactCount"),
                path.get("since"),
                timeline.get("items.at"),
                timeline.get("items.channel"),
                timeline.get("items.contactId"),
                issues.get("items.id"),
                issues.get("items.contactCount"));
    }

    @Test
    void theExportHasEverythingOfTheirsAndNothingOfOthers() {
        var export = get("/v1/customers/{id}/export", ursula.caller)
                .statusCode(200)
                .body("customerId", equalTo(ursula.customer))
                .body("elsewhere.path", hasItem("/v1/tickets?customerId=" + ursula.customer))
                .body("elsewhere[0].body.contactIds", hasItem(ursula.chat.toString()))
                .extract()
                .asString();

        assertThat(export)
                .contains(ursula.traces())
                .contains("Something about " + ursula.word)
                .contains("We send a new " + ursula.word)
                .contains("unknown " + ursula.address)
                .contains("Dr. " + ursula.name)
                .doesNotContain(boris.traces());
        given().auth()
                .oauth2(token("agent"))
                .get("/v1/customers/{id}/export", ursula.customer)
                .then()
                .statusCode(403);
        get("/v1/customers/{id}/export", UUID.randomUUID()).statusCode(404);
    }

    @Test
    void nothingThatTellsOfTheErasedIsLeftAndTheCountsStay() {
        var counts = counts(ursula.customer);
        var others = view(boris.customer);

        var answer = erase(ursula.caller)
                .statusCode(200)
                .body("customerId", equalTo(ursula.customer))
                .body("contacts", equalTo(3))
                .extract()
                .asString();

        ursula.traces()
                .forEach(trace -> assertThat(documentsWith(trace)).as(trace).isEmpty());
        assertThat(counts(ursula.customer)).isEqualTo(counts);
        get("/v1/customers/{id}", ursula.customer)
                .body("erasedAt", notNullValue())
                .body("name", nullValue())
                .body("handles.size()", equalTo(0));
        assertThat(view(boris.customer)).isEqualTo(others);
        assertThat(erase(ursula.customer).statusCode(200).extract().asString()).isEqualTo(answer);
        erase(UUID.randomUUID().toString()).statusCode(404);
        post("erasure", "supervisor", boris.customer, Map.of("reason", "no")).statusCode(403);
    }

    @Test
    void theOtherServicesAreToldWhoseContactsGo() {
        erase(ursula.customer).statusCode(200);

        var event = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> line.about(ursula.customer).stream()
                                .map(Line::json)
                                .filter(told ->
                                        "erased".equals(told.path("change").asText()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        assertThat(texts(event.get("contacts")))
                .containsExactlyInAnyOrder(ursula.mail.toString(), ursula.call.toString(), ursula.chat.toString());
        assertThat(texts(event.get("members"))).containsExactly(ursula.customer, ursula.caller);
        assertThat(event.get("part").asInt()).isEqualTo(1);
        assertThat(event.get("parts").asInt()).isEqualTo(1);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(getClass().getResourceAsStream("/contracts/customer.changed.v1.schema.json"))
                        .validate(event))
                .isEmpty();
    }

    @Test
    void whatComesAfterwardsBringsNobodyBack() {
        erase(ursula.customer).statusCode(200);
        line.send("contact.received", ursula.address, ursula.written);
        var late = ticket(UUID.randomUUID(), Sender.digits(9), ursula.issue, ursula.customer, 1, "OPENED", "NEW")
                .put("subject", "Late " + ursula.word);
        line.send("ticket.changed", late.get("ticketId").asText(), late);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> stored().contains(late.get("ticketId").asText()));

        var again = UUID.randomUUID();
        var hello = ursula.by(mail(again, ursula.address, "Hello")).put("text", "Hello");
        line.send("contact.received", ursula.address, hello);
        var met = line.recognized(again);

        assertThat(met.at("/customer/id").asText()).isNotIn(ursula.customer, ursula.caller);
        assertThat(met.at("/card/contactCount").asInt()).isZero();
        get("/v1/customers/{id}", ursula.customer).body("handles.value", not(hasItem(ursula.address)));
        assertThat(documentsWith(ursula.word)).isEmpty();
        assertThat(line.about(ursula.mail).stream().map(Line::json).filter(ursula::isOfMail))
                .as("the contact that came again")
                .hasSize(1);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
