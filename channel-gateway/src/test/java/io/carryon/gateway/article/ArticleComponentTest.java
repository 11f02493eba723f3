package io.carryon.gateway.article;

import static io.carryon.gateway.article.Editors.as;
import static io.carryon.gateway.article.Editors.draft;
import static io.carryon.gateway.article.Editors.form;
import static io.carryon.gateway.article.Editors.published;
import static io.carryon.gateway.article.Visitors.HELP;
import static io.carryon.gateway.article.Visitors.found;
import static io.carryon.gateway.article.Visitors.session;
import static io.carryon.gateway.article.Visitors.visitor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff write articles, and the pages of a site read and judge them. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ArticleComponentTest {

    @Inject
    Sql sql;

    @BeforeEach
    void empty() {
        sql.update("truncate article, article_word, article_vocabulary, article_miss, article_feedback, trail_search,"
                + " trail_read");
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
}
