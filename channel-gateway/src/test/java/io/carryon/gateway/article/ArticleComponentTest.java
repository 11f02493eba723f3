package io.carryon.gateway.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.privacy.Erasure;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ArticleComponentTest {

    private static final String HELP = "/v1/help/articles";

    @Inject
    Sql sql;

    @Inject
    Erasure erasure;

    @BeforeEach
    void empty() {
        sql.update("truncate article, article_word, article_vocabulary, article_miss, article_feedback, trail_search,"
                + " trail_read");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType("application/json");
    }

    private static String form(String language, String title, String body, String keywords) {
        return """
                {"title":"%s","body":"%s","language":"%s","keywords":[%s],"topic":"billing"}
                """.formatted(title, body, language, keywords);
    }

    private static JsonPath draft(String form) {
        return as("supervisor")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(form)
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .jsonPath();
    }

    private static String published(String form) {
        var id = draft(form).getString("id");
        as("supervisor")
                .header("If-Match", "\"1\"")
                .post("/v1/articles/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        return id;
    }

    private static void archived(String id) {
        as("supervisor")
                .header("If-Match", "\"2\"")
                .post("/v1/articles/" + id + "/archive")
                .then()
                .statusCode(200);
    }

    private static List<String> found(String words, String language) {
        return given().queryParam("q", words)
                .queryParam("language", language)
                .queryParam("site", "shop-key-of-the-tests")
                .get(HELP)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static RequestSpecification visitor(String session) {
        return given().queryParam("site", "shop-key-of-the-tests")
                .header("Carryon-Self-Service", session)
                .contentType("application/json");
    }

    private static String session() {
        return UUID.randomUUID().toString();
    }

    @Test
    void anArticleIsWrittenPublishedChangedVerifiedAndArchived() {
        var id = draft(form("en", "Pay an invoice", "<p>Pay <script>x</script>online.</p>", "\"bill\""))
                .getString("id");
        assertThat(found("invoice", "en")).isEmpty();
        as("agent").post("/v1/articles/" + id + "/publish").then().statusCode(403);
        as("supervisor").post("/v1/articles/" + id + "/publish").then().statusCode(428);
        as("admin")
                .header("If-Match", "\"1\"")
                .post("/v1/articles/" + id + "/publish")
                .then()
                .statusCode(200);
        assertThat(found("invoice", "en")).containsExactly(id);
        as("agent")
                .get("/v1/articles?overdue=true")
                .then()
                .body("items.id", contains(id))
                .body("items[0].html", equalTo("<p>Pay online.</p>"));
        as("agent")
                .post("/v1/articles/" + id + "/verify")
                .then()
                .statusCode(200)
                .body("lastVerifiedOn", notNullValue())
                .body("lastVerifiedBy", equalTo("agent-client"))
                .body("overdue", equalTo(false));

        var changed = form("en", "Settle an account", "<p>By card.</p>", "");
        as("supervisor")
                .header("If-Match", "\"1\"")
                .body(changed)
                .put("/v1/articles/" + id)
                .then()
                .statusCode(412);
        as("supervisor")
                .header("If-Match", "\"3\"")
                .body(changed)
                .put("/v1/articles/" + id)
                .then()
                .statusCode(200);
        assertThat(found("invoice", "en")).isEmpty();
        assertThat(found("settle", "en")).containsExactly(id);

        as("supervisor")
                .header("If-Match", "\"4\"")
                .post("/v1/articles/" + id + "/archive")
                .then()
                .statusCode(200);
        assertThat(found("settle", "en")).isEmpty();
        as("agent")
                .get("/v1/articles?status=archived&q=settle&language=en")
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void whatIsWrongIsNamed() {
        as("supervisor")
                .header("Idempotency-Key", "wrong")
                .body("{\"title\":\" \",\"body\":\"<p>x</p>\",\"language\":\"xx\"}")
                .post("/v1/articles")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/language", "/title"));
        as("supervisor")
                .header("Idempotency-Key", "empty")
                .body(form("en", "Nothing", "<script>x</script>", ""))
                .post("/v1/articles")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/body"));
        as("agent")
                .header("Idempotency-Key", "a")
                .body("{}")
                .post("/v1/articles")
                .then()
                .statusCode(403);
    }

    @Test
    void theTitleCountsMoreThanKeywordsHeadingsAndText() {
        var text = published(form("en", "One", "<p>About a refund.</p>", ""));
        var heading = published(form("en", "Two", "<h2>Refund</h2><p>Money.</p>", ""));
        var keyword = published(form("en", "Three", "<p>Money.</p>", "\"refund\""));
        var title = published(form("en", "Refunds", "<p>Money.</p>", ""));

        assertThat(found("refund", "en")).containsExactly(title, keyword, heading, text);
    }

    @Test
    void wordsAreFoundInAnyFormUnfinishedAndMistyped() {
        var english = published(form("en", "Download your invoices", "<p>Open your account.</p>", "\"bill\""));
        var german = published(form("de", "Rechnung herunterladen", "<p>Öffnen Sie Ihr Konto.</p>", "\"Beleg\""));
        var polish = published(form("pl", "Jak zapłacić fakturę", "<p>Zaloguj się na konto.</p>", ""));

        assertThat(found("how do I download an invoice", "en")).containsExactly(english);
        assertThat(found("invoi", "en")).containsExactly(english);
        assertThat(found("downlaod", "en")).containsExactly(english);
        assertThat(found("Rechnungen", "de")).containsExactly(german);
        assertThat(found("oeffnen", "de")).containsExactly(german);
        assertThat(found("offnen", "de")).containsExactly(german);
        assertThat(found("faktury", "pl")).containsExactly(polish);
        assertThat(found("zaplacic", "pl")).containsExactly(polish);
        assertThat(found("elephant", "en")).isEmpty();
        assertThat(found("pill", "en")).as("is not meant to be bill").isEmpty();
        assertThat(found("' | & ! :* ( \\ ''", "en")).isEmpty();
    }

    @Test
    void aWordIsKnownAsLongAsAnArticleHasIt() {
        published(form("en", "Hippopotamus", "<p>Grey.</p>", ""));
        var other = published(form("en", "Another hippopotamus", "<p>Pink.</p>", ""));
        assertThat(found("hipopotamus", "en")).hasSize(2);

        archived(other);
        assertThat(found("hipopotamus", "en")).hasSize(1);
        assertThat(sql.query("select word from article_vocabulary order by word", row -> row.getString(1)))
                .containsExactly("grey", "hippopotamus");
    }

    @Test
    void ofManyThatHaveAWordTheOneThatIsAboutItIsFound() {
        sql.update("""
                insert into article (article_id, payload_hash, language, title, html, body, keywords, status, revision,
                    created_at, updated_at, updated_by, words)
                select gen_random_uuid(), '', 'en', 'Number ' || n, '', 'refund refund', '{}', 'PUBLISHED', 1, now(), now(),
                    '', help_words('en', 'Number', 'A') || help_words('en', 'refund refund', 'D')
                from generate_series(1, 300) as n
                """);
        var about = published(form("en", "Refunds", "<p>Money.</p>", ""));

        assertThat(found("refund", "en")).startsWith(about).hasSize(5);
    }

    @Test
    void whatIsNotThereInTheLanguageIsLookedForInTheSitesFirst() {
        var english = published(form("en", "Reset your password", "<p>Press the button.</p>", ""));

        assertThat(found("password", "fr")).containsExactly(english);
        assertThat(found("password", "xx")).containsExactly(english);
        assertThat(found("password", "en-GB")).containsExactly(english);
    }

    @Test
    void onlyPagesOfTheSiteMayReadArticles() {
        given().queryParam("q", "x").get(HELP).then().statusCode(404);
        given().queryParam("q", "x")
                .queryParam("site", "shop-key-of-the-tests")
                .header("Origin", "https://evil.example")
                .get(HELP)
                .then()
                .statusCode(403);
        given().queryParam("q", "x")
                .queryParam("site", "shop-key-of-the-tests")
                .header("Origin", "https://shop.example")
                .get(HELP)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://shop.example");
        // The widget's own page, in a browser that says no more than its origin.
        given().queryParam("q", "x")
                .queryParam("site", "shop-key-of-the-tests")
                .header("Origin", "http://localhost:" + RestAssured.port)
                .get(HELP)
                .then()
                .statusCode(200);
        visitor("short").get(HELP + "?q=x").then().statusCode(400).body("detail", notNullValue());
    }

    @Test
    void aVisitCountsOnceByItsLastWord() {
        var id = published(form("en", "Reset your password", "<p>Press the button.</p>", ""));
        var session = session();
        var path = HELP + "/" + id;
        visitor(session)
                .body("{\"helpful\":true}")
                .post(path + "/helpful")
                .then()
                .statusCode(204);
        visitor(session)
                .body("{\"helpful\":false}")
                .post(path + "/helpful")
                .then()
                .statusCode(204);
        visitor(session())
                .body("{\"helpful\":true}")
                .post(path + "/helpful")
                .then()
                .statusCode(204);
        visitor(session).post(path + "/solved").then().statusCode(204);
        visitor(session).post(path + "/solved").then().statusCode(204);

        as("agent")
                .get("/v1/articles/" + id)
                .then()
                .body("feedback.helpful", equalTo(1))
                .body("feedback.unhelpful", equalTo(1))
                .body("feedback.helpfulRatio", equalTo(0.5f))
                .body("feedback.solved", equalTo(1));
        given().queryParam("site", "shop-key-of-the-tests")
                .contentType("application/json")
                .post(path + "/solved")
                .then()
                .statusCode(400);
    }

    @Test
    void whatWasNotFoundIsCountedWithoutWhoseItWas() {
        for (var i = 0; i < 2; i++) {
            found("Elephant 4711-0815 marta@example.com", "en");
        }
        found("only once", "en");

        as("supervisor")
                .get("/v1/articles/misses")
                .then()
                .statusCode(200)
                .body("items.words", contains("elephant"))
                .body("items.count", contains(2));
    }

    @Test
    void answersAreProposedAndNeverInTheWay() {
        var id = published(form("en", "Wrong invoice", "<p>Tell us.</p>", ""));

        Portal.portal()
                .queryParam("q", "My invoice is wrong!")
                .get("/portal/v1/suggest")
                .then()
                .body("items.id", hasItem(id));
        Portal.portal()
                .queryParam("q", "w".repeat(2_000))
                .get("/portal/v1/suggest")
                .then()
                .statusCode(200);
        Portal.portal().get("/portal/v1/suggest").then().statusCode(200);
        given().get("/portal/v1/suggest?q=x").then().statusCode(401);
    }

    @Test
    void whatWasTriedGoesOnTheContactIsExportedAndErased() {
        var id = published(form("en", "Reset your password", "<p>Press the button.</p>", ""));
        var session = session();
        var began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        visitor(session).get(HELP + "?q=pass").then().statusCode(200);
        visitor(session).get(HELP + "?q=password").then().statusCode(200);
        visitor(session).get(HELP + "?q=hippopotamus").then().statusCode(200);
        visitor(session).get(HELP + "/" + id).then().statusCode(200).body("html", containsString("button"));
        visitor(session)
                .body("{\"helpful\":false}")
                .post(HELP + "/" + id + "/helpful")
                .then()
                .statusCode(204);
        visitor(session).post(HELP + "/" + id + "/solved").then().statusCode(204);

        var contactId = Portal.submitted(Portal.REQUEST.replace(
                        "\"language\"", "\"selfServiceSession\":\"" + session + "\",\"language\""))
                .getUUID("contactId");

        var tried = Line.entriesOf(contactId, 1).getFirst().get("selfService");
        assertThat(tried.get("searches").findValuesAsText("q")).containsExactly("password", "hippopotamus");
        assertThat(tried.get("searches").findValuesAsText("results")).containsExactly("1", "0");
        assertThat(tried.findValuesAsText("at"))
                .hasSize(3)
                .allSatisfy(at -> assertThat(Instant.parse(at)).isBetween(began, Instant.now()));
        assertThat(tried.at("/read/0/title").asText()).isEqualTo("Reset your password");
        assertThat(tried.at("/read/0/helpful").asBoolean(true)).isFalse();
        assertThat(tried.get("solved").asBoolean()).isTrue();
        as("agent").get("/v1/articles/" + id).then().body("feedback.solved", equalTo(0));
        given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("application/json")
                .body("{\"contactIds\":[\"" + contactId + "\"]}")
                .post("/v1/privacy/contacts")
                .then()
                .body("contacts[0].items[0].data.selfService.searches.q", hasItem("hippopotamus"));

        erasure.erase(Set.of(contactId));

        assertThat(sql.query("select words from trail_search", row -> row.getString(1)))
                .isEmpty();
        assertThat(sql.first(
                        "select self_service from portal_request where contact_id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        contactId))
                .hasValue(Optional.empty());
    }

    @Test
    void aChatCarriesWhatWasTriedBeforeToo() {
        var session = session();
        visitor(session).get(HELP + "?q=hippopotamus").then().statusCode(200);
        Portal.write("/v1/chat/sessions", Portal.key(), "{\"selfServiceSession\":\"" + session + "\"}")
                .then()
                .statusCode(201);

        assertThat(sql.query(
                        "select self_service ->> 'searches' from chat_session where self_service is not null",
                        row -> row.getString(1)))
                .anySatisfy(searches -> assertThat(searches).contains("hippopotamus"));
        Portal.write("/v1/chat/sessions", Portal.key(), "{\"selfServiceSession\":\"guess\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/selfServiceSession"));
    }
}
