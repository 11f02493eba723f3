package io.carryon.gateway.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers look for answers on the pages, read and judge them. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpArticleComponentTest {

    private static final String ARTICLES = "/help/articles";
    private static final String SCRIPT = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";

    @Inject
    Sql sql;

    private final HelpBrowser browser = new HelpBrowser();

    @BeforeEach
    void empty() {
        sql.update("truncate article, article_word, article_vocabulary, article_miss, article_feedback, trail_search,"
                + " trail_read");
    }

    @Test
    void aSearchShowsWhatItFoundAndWhy() {
        var text =
                "Nothing to do with it. ".repeat(20) + "Here are <b>invoices</b> & more. " + "And so on. ".repeat(40);
        var id = Bookshelf.published("en", "Download an invoice", "<p>" + text + "</p>");

        var page = search("invoice");

        assertThat(page.select("input#q").val()).isEqualTo("invoice");
        var found = page.select(".found > li");
        assertThat(found).hasSize(1);
        assertThat(found.select("a").attr("href")).isEqualTo(ARTICLES + "/" + id + "?q=invoice");
        assertThat(found.select("h3 mark").eachText()).containsExactly("invoice");
        assertThat(found.select("p mark").eachText()).containsExactly("invoices");
        assertThat(found.select("p").text())
                .startsWith("… ")
                .contains("Here are invoices & more.")
                .endsWith(" …");
        assertThat(page.select("main a[href=/help/requests/new?subject=invoice]"))
                .hasSize(1);
    }

    @Test
    void wordsAreMarkedInWhicheverFormTheyMatched() {
        Bookshelf.published("de", "Öffnen der Rechnungen", "<p>Öffnen Sie die Rechnung, nicht die Rechenaufgabe.</p>");

        var page = browser.page(ARTICLES + "?lang=de&q=oeffnen+rechnung");

        assertThat(page.select(".found mark").eachText()).containsExactly("Öffnen", "Rechnungen", "Öffnen", "Rechnung");
    }

    @Test
    void scriptsInWordsAndArticlesAreShownAsTheyWereWritten() {
        Bookshelf.published(
                "en", "About <img src=x onerror=alert(1)> tags", "<p>See &lt;script&gt;alert(1)&lt;/script&gt;.</p>");

        for (var words : new String[] {SCRIPT, "img script alert tags", "\u0000x\ud800"}) {
            given().queryParam("q", words)
                    .get(ARTICLES)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("<script>alert")), not(containsString("<img src=x")));
        }
        assertThat(search("tags").select(".found h3").text()).isEqualTo("About <img src=x onerror=alert(1)> tags");
    }

    @Test
    void whatIsNotFoundLeadsToAPersonWhoKnowsWhatWasLookedFor() {
        Bookshelf.published("en", "Download an invoice", "<p>Open your account.</p>");

        var page = search("pink hippopotamus");

        assertThat(page.select("#nothing").text()).contains("pink hippopotamus");
        assertThat(page.select("main a.human-button[href=/help/human]")).hasSize(1);
        assertThat(page.select("main a[href=tel:+49305550100]")).hasSize(1);
        var write = page.select("main a.primary").attr("href");
        assertThat(browser.page(write).select("#subject").val()).isEqualTo("pink hippopotamus");
        assertThat(page.select("#common + ul a").eachText()).containsExactly("Download an invoice");
    }

    @Test
    void aSearchOfAnyLengthIsAnswered() {
        Bookshelf.published("en", "Download an invoice", "<p>Open your account.</p>");

        var page = search("invoice " + "x".repeat(10_000));

        assertThat(page.select("input#q").val()).hasSize(200).startsWith("invoice xxx");
        assertThat(sql.query("select length(words) from trail_search", row -> row.getInt(1)))
                .containsExactly(200);
    }

    @Test
    void whoLooksForNothingSeesWhatHelpedMost() {
        Bookshelf.published("en", "One", "<p>Text.</p>");
        var helped = Bookshelf.published("en", "Two", "<p>Text.</p>");
        Bookshelf.published("en", "Three", "<p>Text.</p>");
        judge(helped, "true");

        assertThat(browser.page(ARTICLES).select("#common + ul a").eachText()).containsExactly("Two", "Three", "One");
        var home = browser.page("/help");
        assertThat(home.select("form[action=/help/articles] input[name=q]")).hasSize(1);
        assertThat(home.select("#common + ul a").first().text()).isEqualTo("Two");
    }

    @Test
    void withoutArticlesNothingIsOfferedToBeSearched() {
        assertThat(browser.page("/help").select("input[name=q]")).isEmpty();
        assertThat(browser.page("/help/requests/new").select("[data-look]")).isEmpty();
        assertThat(browser.page(ARTICLES).select("main .card").text()).isNotBlank();
    }

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
    void whatWasSearchedReadAndFailedStandsOnTheContact() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        search("hippopotamus");
        search("reset");
        after(judge(id, "false"));

        browser.submit("someone-" + Portal.key() + "@example.com", "Reset fails", "The button does nothing.");

        assertTried("Reset fails");
    }

    @Test
    void itStandsThereToWhenTheRequestIsMadeByTheMailedLinkInAnotherBrowser() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        search("hippopotamus");
        search("reset");
        after(judge(id, "false"));
        var address = "someone-" + Portal.key() + "@example.com";
        browser.sendWithFile(
                        "/help/requests",
                        browser.form("/help/requests/new", "/help/requests"),
                        Map.of("email", address, "subject", "Reset by mail", "text", "It does nothing."),
                        "",
                        new byte[0])
                .then()
                .header("Location", equalTo("/help/sent"));
        var path = mails.lastTo(address).path();
        var reader = new HelpBrowser();
        reader.send(path, reader.form(path, path), Map.of()).then().statusCode(303);

        assertTried("Reset by mail");
    }

    @Inject
    LinkBox mails;

    private void assertTried(String subject) {
        var tried = sql.first(
                        "select self_service::text from portal_request where subject = ?",
                        row -> JsonPath.from(row.getString(1)),
                        subject)
                .orElseThrow();
        assertThat(tried.getList("searches.q")).containsExactly("hippopotamus", "reset");
        assertThat(tried.getList("searches.results")).containsExactly(0, 1);
        assertThat(tried.getList("read.title")).containsExactly("Reset it");
        assertThat(tried.getList("read.helpful")).containsExactly(false);
    }

    @Test
    void whatOneSearchedIsNotTheNextOnesWhoUsesTheBrowser() {
        var before = browser.get("/help").getCookie(Visit.BROWSER);
        var hidden = browser.form("/help/sign-in", "/help/sign-in");

        var after = browser.send("/help/sign-out", Map.of("word", hidden.get("word")), Map.of())
                .then()
                .statusCode(303)
                .extract()
                .cookie(Visit.BROWSER);

        assertThat(after).isNotNull().isNotEqualTo(before);
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

    @Test
    void answersAreProposedBesideTheFormWhichKeepsWhatWasTyped() {
        var id = Bookshelf.published("en", "Reset your password", "<p>Press the button.</p>");
        var hidden = browser.form("/help/requests/new", "/help/requests");
        var typed = Map.of(
                "email", "a@example.com", "name", "Ana", "phone", "030 1", "subject", "My password", "text", SCRIPT);

        var page = Jsoup.parse(browser.send("/help/requests/new", hidden, typed)
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")))
                .extract()
                .asString());

        assertThat(page.select("#proposals a").attr("href")).isEqualTo(ARTICLES + "/" + id + "?draft=1");
        assertThat(page.select("#proposals a").attr("target")).isEqualTo("_blank");
        assertThat(page.select("#email").val()).isEqualTo("a@example.com");
        assertThat(page.select("#name").val()).isEqualTo("Ana");
        assertThat(page.select("#phone").val()).isEqualTo("030 1");
        assertThat(page.select("#subject").val()).isEqualTo("My password");
        assertThat(page.select("#text").val()).isEqualTo(SCRIPT);
        assertThat(page.select("#request-form button").first().hasAttr("formaction"))
                .as("what Enter does is to send")
                .isFalse();
        assertThat(sql.query("select 1 from trail_search", row -> 1)).isEmpty();
        var unhelpful = after(judge(id, "false", "?draft=1"));
        assertThat(unhelpful.select("#said strong").text()).contains("other tab");
    }

    @Test
    void whereNothingCanBeProposedTheRequestIsStillThereToBeSent() {
        Bookshelf.published("en", "Reset your password", "<p>Press the button.</p>");
        var hidden = browser.form("/help/requests/new", "/help/requests");

        var none = Jsoup.parse(browser.send("/help/requests/new", hidden, Map.of("subject", "Hippopotamus"))
                .asString());
        assertThat(none.select("#proposals h2").text()).contains("Send your request");
        assertThat(none.select("#request-form")).hasSize(1);
        browser.send("/help/requests/new", hidden, Map.of("subject", "x".repeat(10_000), "text", "y".repeat(60_000)))
                .then()
                .statusCode(200);
        browser.send("/help/requests/new", hidden, Map.of()).then().statusCode(200);
        new HelpBrowser()
                .send("/help/requests/new", hidden, Map.of("subject", "Theirs"))
                .then()
                .statusCode(403);
    }

    @Test
    void aRefusedFormGoesAlongToAnotherLanguage() {
        var refused = Jsoup.parse(browser.sendWithFile(
                        "/help/requests",
                        browser.form("/help/requests/new", "/help/requests"),
                        Map.of("subject", "Kept", "text", ""),
                        "",
                        new byte[0])
                .then()
                .statusCode(400)
                .extract()
                .asString());
        assertThat(refused.select("nav [aria-current=page]")).isEmpty();
        var german = refused.selectFirst(".languages button[lang=de]");
        assertThat(german.attr("form")).isEqualTo("request-form");

        var hidden =
                Map.of("word", refused.select("#request-form input[name=word]").val());
        var again = Jsoup.parse(browser.send(german.attr("formaction"), hidden, Map.of("subject", "Kept"))
                .asString());

        assertThat(again.select("html").attr("lang")).isEqualTo("de");
        assertThat(again.select("#subject").val()).isEqualTo("Kept");
        var call = browser.page("/help/callback").selectFirst(".languages button[lang=fr]");
        var called = Jsoup.parse(browser.send(call.attr("formaction"), hidden, Map.of("subject", "Call", "number", "1"))
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(called.select("html").attr("lang")).isEqualTo("fr");
        assertThat(called.select("#number").val()).isEqualTo("1");
    }

    @Test
    void whatIsLookedForGoesAlongToAnotherLanguage() {
        Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");

        var german = search("reset & more").select(".languages a[lang=de]").attr("href");

        assertThat(browser.page(german).select("input#q").val()).isEqualTo("reset & more");
    }

    private Document search(String words) {
        return browser.page(ARTICLES + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private Response judge(String id, String helpful) {
        return judge(id, helpful, "");
    }

    private Response judge(String id, String helpful, String query) {
        var path = ARTICLES + "/" + id;
        return browser.send(
                path + "/helpful", browser.form(path + query, path + "/helpful"), Map.of("helpful", helpful));
    }

    private Document after(Response answer) {
        var location = answer.then()
                .statusCode(303)
                .header("Location", allOf(startsWith(ARTICLES), containsString("#said")))
                .extract()
                .header("Location");
        return browser.page(location.substring(0, location.indexOf('#')));
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
