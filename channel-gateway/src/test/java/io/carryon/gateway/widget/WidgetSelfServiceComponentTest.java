package io.carryon.gateway.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.guard.Challenge;
import io.carryon.gateway.guard.Solver;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the widget of a site offers before the chat, and what of it goes along. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class WidgetSelfServiceComponentTest {

    private static final String BLOG = "blog-key-of-the-tests";
    private static final String HELP = "/v1/help/articles";

    @Inject
    Sql sql;

    @BeforeEach
    void noArticles() {
        sql.update("truncate article, article_word, article_miss, article_feedback, trail_search, trail_read");
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.of("supervisor")).contentType("application/json");
    }

    private static String published(String language) {
        var id = staff().header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"title":"Reset your password","body":"<p>Press the button.</p>","language":"%s","keywords":[]}
                        """.formatted(language))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        staff().header("If-Match", "\"1\"")
                .post("/v1/articles/" + id + "/publish")
                .then()
                .statusCode(200);
        return id;
    }

    /** As the widget's own page asks. */
    private static RequestSpecification widget(String visit) {
        return given().header("Sec-Fetch-Site", "same-origin")
                .header("Carryon-Self-Service", visit)
                .queryParam("site", BLOG)
                .contentType("application/json");
    }

    private static ValidatableResponse site(String key, String language) {
        return given().queryParam("language", language)
                .get("/v1/widget/sites/" + key)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse opened(String topic, String visit) {
        var form = new HashMap<String, Object>(Map.of(
                "site",
                BLOG,
                "clientId",
                UUID.randomUUID().toString(),
                "proof",
                Solver.solved(given().get("/v1/guard/challenge").as(Challenge.class))));
        form.put("topic", topic);
        form.put("selfServiceSession", visit);
        return given().header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body(form)
                .post("/v1/widget/sessions")
                .then();
    }

    private static UUID said(JsonPath session) {
        given().header("Carryon-Chat-Token", session.getString("sessionToken"))
                .contentType("application/json")
                .body(Map.of("clientId", UUID.randomUUID(), "text", "It did not help"))
                .post("/v1/chat/conversation/messages")
                .then()
                .statusCode(200);
        return Site.contactOf(session);
    }

    @Test
    void whatWasSearchedReadAndFoundUselessInTheWidgetGoesWithItsConversation() {
        var id = published("de");
        var visit = "a".repeat(36);
        widget(visit)
                .queryParam("q", "password")
                .queryParam("language", "de")
                .get(HELP)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        widget(visit).get(HELP + "/" + id).then().statusCode(200);
        widget(visit)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .body("{\"helpful\":false}")
                .post(HELP + "/" + id + "/helpful")
                .then()
                .statusCode(204);

        var contact = said(opened("order", visit).statusCode(201).extract().jsonPath());

        var first = Line.entriesOf(contact, 1).getFirst();
        assertThat(first.get("topic").asText()).isEqualTo("order");
        assertThat(first.at("/selfService/searches/0/q").asText()).isEqualTo("password");
        assertThat(first.at("/selfService/read/0/title").asText()).isEqualTo("Reset your password");
        assertThat(first.at("/selfService/read/0/helpful").asBoolean(true)).isFalse();
        assertThat(first.at("/selfService/read/0/at").asText()).isNotEmpty();
    }

    @Test
    void nobodyNeedsToHaveSearched() {
        var contact = said(opened(null, null).statusCode(201).extract().jsonPath());

        var first = Line.entriesOf(contact, 1).getFirst();
        assertThat(first.has("selfService")).isFalse();
        assertThat(first.has("topic")).isFalse();
    }

    @Test
    void aTopicThatTheSiteDoesNotOfferIsRefusedAndSoIsAVisitThatCanBeGuessed() {
        opened("anything", null).statusCode(400).body("errors.pointer", hasItem("/topic"));
        opened(null, "guessable").statusCode(400).body("errors.pointer", hasItem("/selfServiceSession"));
    }

    @Test
    void theWidgetOffersTopicsInTheVisitorsLanguageAndArticlesOnceThereAreAny() {
        site(BLOG, "en-GB")
                .body("topics.name", contains("order", "billing"))
                .body("topics.label", contains("My order", "Rechnung"))
                .body("articlePage", equalTo("https://blog.example/help/{id}"))
                .body("articles", equalTo(false));
        site("shop-key-of-the-tests", "de").body("topics", empty()).body("articlePage", nullValue());

        published("fr");
        site(BLOG, "en").body("articles", equalTo(false));
        published("de");
        site(BLOG, "en").body("articles", equalTo(true));
        given().get("/v1/widget/sites/" + BLOG).then().body("topics.label", contains("Bestellung", "Rechnung"));
        given().queryParam("language", "no language")
                .get("/v1/widget/sites/" + BLOG)
                .then()
                .statusCode(400);
    }
}
