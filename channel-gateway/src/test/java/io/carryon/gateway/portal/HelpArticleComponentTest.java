package io.carryon.gateway.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.not;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers read articles and judge them. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpArticleComponentTest extends HelpReading {

    @Test
    void anArticleIsReadJudgedAndSolvesSomething() {
        var id = Bookshelf.published("en", "Reset it", "<h1>Steps</h1><p onclick='x'>Press <b>the</b> button.</p>");
        var page = browser.page(ARTICLES + "/" + id);
        assertThat(page.select(".prose").html()).contains("<h2>Steps</h2>", "Press <b>the</b> button.");
        assertThat(page.select(".prose [onclick]")).isEmpty();

        var thanks = after(judge(id, "true"));
        assertThat(thanks.select("#said form[action$=/solved]")).hasSize(1);
        var solve = ARTICLES + "/" + id + "/solved";
        var done = after(browser.send(solve, browser.form(ARTICLES + "/" + id + "?said=helpful", solve), Map.of()));

        assertThat(done.select("#said form")).isEmpty();
        var feedback = feedback(id);
        assertThat(feedback.getInt("helpful")).isEqualTo(1);
        assertThat(feedback.getInt("solved")).isEqualTo(1);
        after(judge(id, "false"));
        assertThat(feedback(id).getInt("helpful")).isZero();
        assertThat(feedback(id).getInt("unhelpful")).isEqualTo(1);
    }

    @Test
    void aNoIsAnsweredByThePersonAndWhatWasSearched() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");

        var answer = after(judge(id, "false", "?q=reset+my+p%26q"));

        assertThat(answer.select("#said a.human-button[href=/help/human]")).hasSize(1);
        assertThat(answer.select("#said a[href=tel:+49305550100]")).hasSize(1);
        var call = answer.select("#said a[href^=/help/callback]").attr("href");
        assertThat(browser.page(call).select("#subject").val()).isEqualTo("reset my p&q");
        var write = answer.select("#said a.primary").attr("href");
        assertThat(browser.page(write).select("#subject").val()).isEqualTo("reset my p&q");
        assertThat(answer.select(".back a").attr("href")).isEqualTo(ARTICLES + "?q=reset+my+p%26q");
    }

    @Test
    void whoReadsTooMuchAtOnceIsToldToWaitAndHowToReachAPerson() {
        var path = ARTICLES + "/" + Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        var form = browser.form(path, path + "/helpful");
        try (var limits = Limits.reached("help")) {
            for (var refused : List.of(
                    browser.get(path),
                    browser.get(ARTICLES + "?q=reset"),
                    browser.send(path + "/helpful", form, Map.of("helpful", "true")))) {
                refused.then()
                        .statusCode(429)
                        .contentType("text/html")
                        .header("Retry-After", not(emptyOrNullString()))
                        .body(containsString("Too much at once"), containsString("tel:+49305550100"));
            }
            assertThat(browser.page("/help").select("#common + ul a")).hasSize(1);
            assertThat(browser.send("/help/requests/new", form, Map.of("subject", "reset"))
                            .statusCode())
                    .as("the form is not in the way")
                    .isEqualTo(200);
        }
        browser.page(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-000000000000", "%3Cscript%3E"})
    void anArticleThatIsNotThereIsSaidSoWithTheWayOn(String id) {
        assertGone(browser.get(ARTICLES + "/" + id));
    }

    @Test
    void anArticleThatWasWithdrawnIsNeitherReadNorJudged() {
        var id = Bookshelf.published("en", "Old", "<p>Wrong by now.</p>");
        var form = browser.form(ARTICLES + "/" + id, ARTICLES + "/" + id + "/helpful");
        Bookshelf.withdraw(id);

        assertGone(browser.get(ARTICLES + "/" + id));
        assertGone(browser.send(ARTICLES + "/" + id + "/helpful", form, Map.of("helpful", "true")));
        assertGone(browser.send(ARTICLES + "/" + id + "/solved", form, Map.of()));
        assertThat(search("wrong").select(".found")).isEmpty();
    }

    private static void assertGone(Response answer) {
        var page = Jsoup.parse(answer.then().statusCode(404).extract().asString());
        assertThat(page.select("main [role=alert]")).hasSize(1);
        assertThat(page.select("main input[name=q]")).hasSize(1);
        assertThat(page.select("header a.human-button")).hasSize(1);
    }

    @Test
    void wordsFromElsewhereDoNotCount() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        var path = ARTICLES + "/" + id + "/helpful";
        var form = browser.form(ARTICLES + "/" + id, path);

        new HelpBrowser().send(path, form, Map.of("helpful", "true")).then().statusCode(403);
        browser.request()
                .header("Origin", "https://evil.example")
                .formParam("word", form.get("word"))
                .formParam("helpful", "true")
                .post(path)
                .then()
                .statusCode(403);
        browser.send(path, form, Map.of("helpful", "perhaps")).then().statusCode(400);
        new HelpBrowser()
                .send(ARTICLES + "/" + id + "/solved", form, Map.of())
                .then()
                .statusCode(403);
        browser.get(ARTICLES + "/" + id + "?said=hacked").then().statusCode(200).body(not(containsString("hacked\"")));

        assertThat(feedback(id).getInt("helpful")).isZero();
    }

    @Test
    void anArticleOfAnotherLanguageIsMarkedAsSuch() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");

        var found = browser.page(ARTICLES + "?lang=fr&q=reset");
        assertThat(found.select(".found li").attr("lang")).isEqualTo("en");
        assertThat(found.select(".found .tag").text()).isEqualTo("English");
        var page = browser.page(ARTICLES + "/" + id);
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("article").attr("lang")).isEqualTo("en");
        assertThat(page.select("article").attr("dir")).isEqualTo("ltr");
        assertThat(page.select("article .hint").attr("lang")).isEqualTo("fr");
    }

    @ParameterizedTest
    @CsvSource({"en, 'March 5, 2026'", "de, 5. März 2026", "pl, 5 marca 2026", "lt, 2026 m. kovo 5 d."})
    void whenItWasVerifiedIsToldAsTheLanguageTellsDates(String language, String date) {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        sql.update("update article set last_verified_on = date '2026-03-05'");

        var page = browser.page(ARTICLES + "/" + id + "?lang=" + language);

        assertThat(page.select("article time").text()).isEqualTo(date);
        assertThat(page.select("article time").attr("datetime")).isEqualTo("2026-03-05");
    }

    @Test
    void whoReadsSeesThatNobodyLookedAfterItForLong() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        assertThat(browser.page(ARTICLES + "/" + id).select(".old")).isEmpty();

        sql.update("update article set updated_at = now() - interval '181 days'");
        assertThat(browser.page(ARTICLES + "/" + id).select(".old")).hasSize(1);
        Bookshelf.verify(id);
        assertThat(browser.page(ARTICLES + "/" + id).select(".old")).isEmpty();
        sql.update("update article set last_verified_on = current_date - 182");
        assertThat(browser.page(ARTICLES + "/" + id).select(".old")).hasSize(1);
    }

    private static JsonPath feedback(String id) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("feedback");
    }
}
