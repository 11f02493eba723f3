package io.carryon.gateway.portal;

import static io.carryon.gateway.portal.Requesters.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Customers look for answers on the pages, and whom they write to then knows what they looked for. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpSearchComponentTest extends HelpReading {

    private static final String SCRIPT = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";

    @Inject
    LinkBox mails;

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
    void whatIsLookedForGoesAlongToAnotherLanguage() {
        Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");

        var german = search("reset & more").select(".languages a[lang=de]").attr("href");

        assertThat(browser.page(german).select("input#q").val()).isEqualTo("reset & more");
    }

    @Test
    void whatWasSearchedReadAndFailedStandsOnTheContact() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        search("hippopotamus");
        search("reset");
        after(judge(id, "false"));

        browser.submit(someone(), "Reset fails", "The button does nothing.");

        assertTried("Reset fails");
    }

    @Test
    void theSameSearchTwiceInARowStandsOnce() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        search("hippopotamus");
        search("Hippopotamus");
        search("reset");
        browser.page(ARTICLES + "/" + id);
        search("reset");

        assertThat(sql.query("select missed from article_miss", row -> row.getInt(1)))
                .containsExactly(1);
        browser.submit(someone(), "Searched again", "The button does nothing.");
        var tried = tried("Searched again");
        assertThat(tried.getList("searches.q")).containsExactly("hippopotamus", "reset");
        assertThat(Instant.parse(tried.getString("searches[1].at")))
                .as("what was read was found before")
                .isBefore(Instant.parse(tried.getString("read[0].at")));
    }

    @Test
    void itStandsThereToWhenTheRequestIsMadeByTheMailedLinkInAnotherBrowser() {
        var id = Bookshelf.published("en", "Reset it", "<p>Press the button.</p>");
        search("hippopotamus");
        search("reset");
        after(judge(id, "false"));
        var address = someone();
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

    private JsonPath tried(String subject) {
        return sql.first(
                        "select self_service::text from portal_request where subject = ?",
                        row -> JsonPath.from(row.getString(1)),
                        subject)
                .orElseThrow();
    }

    private void assertTried(String subject) {
        var tried = tried(subject);
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
}
