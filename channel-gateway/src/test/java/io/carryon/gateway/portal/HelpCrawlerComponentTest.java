package io.carryon.gateway.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever lands anywhere on the pages, in any language, finds the way to a person. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpCrawlerComponentTest {

    private static final String PHONE = "+49 30 5550100";
    private static final int MOST = 200;

    @Inject
    LinkBox mails;

    static Stream<String> languages() {
        return Page.LANGUAGES.stream().map(Page.Language::code);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPageOfAStrangerHasTheHumanButtonAndTheNumber(String language) {
        Bookshelf.published("en", "Reset your password", "<p>Press the <a href='https://example.com/'>button</a>.</p>");
        var own = Bookshelf.published(language, "Crawler", "<p>About crawlers in " + language + ".</p>");

        var seen = crawled(
                new HelpBrowser(),
                language,
                List.of(
                        "/help",
                        "/help/nothing-here",
                        "/help/l/none",
                        "/help/articles/none",
                        "/help/articles?q=crawler",
                        "/help/articles?q=password",
                        "/help/articles?q=hippopotamus",
                        "/help/articles/" + own + "?q=crawler&said=helpful",
                        "/help/articles/" + own + "?q=crawler&said=unhelpful",
                        "/help/articles/" + own + "?q=crawler&said=solved"));

        assertThat(seen)
                .contains(
                        "/help/human",
                        "/help/requests/new",
                        "/help/callback",
                        "/help/sign-in",
                        "/help/help.css",
                        "/help/articles",
                        "/help/articles/" + own,
                        "/help/articles/" + own + "?q=crawler",
                        "/help/requests/new?subject=hippopotamus",
                        "/help/callback?subject=hippopotamus");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatAnswersAFormHasThemToo(String language) {
        Bookshelf.published(language, "Crawler", "<p>About crawlers in " + language + ".</p>");
        var browser = new HelpBrowser();
        browser.get("/help?lang=" + language);
        var form = browser.form("/help/requests/new", "/help/requests");

        var proposed = browser.send("/help/requests/new", form, Map.of("subject", "crawler"));
        var none = browser.send("/help/requests/new", form, Map.of("subject", "hippopotamus"));
        var refused = browser.sendWithFile("/help/requests", form, Map.of("subject", "crawler"), "", new byte[0]);
        var call = browser.form("/help/callback", "/help/callback");
        var called = browser.send("/help/callback", call, Map.of("subject", "crawler"));

        for (var answer : List.of(proposed, none, refused, called)) {
            var page = Jsoup.parse(answer.asString());
            check(page, "a form's answer", language);
            links(page, "a form's answer")
                    .forEach(link ->
                            assertThat(browser.get(link).statusCode()).as(link).isIn(200, 303));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPageOfACustomerHasTheHumanButtonAndTheNumber(String language) {
        var address = "crawler-" + Portal.key() + "@example.com";
        var reference = new HelpBrowser().submit(address, "The invoice is wrong", "You charged twice.");
        var browser = new HelpBrowser();
        browser.get("/help?lang=" + language);
        browser.get(mails.lastTo(address).path()).then().statusCode(303);
        signIn(browser, address);

        var seen = crawled(browser, language, List.of("/help"));

        assertThat(seen).contains("/help/requests", "/help/requests/" + reference);
    }

    @Test
    void whatASearchFindsNothingForHasThemToo() {
        var browser = new HelpBrowser();
        check(browser.page("/help/status?reference=nonsense"), "/help/status", "en");
        check(browser.page("/help/sent/7K3M-Q0ZD-2F9T-XW5B"), "/help/sent", "en");
    }

    private void signIn(HelpBrowser browser, String address) {
        browser.send("/help/sign-in", browser.form("/help/sign-in", "/help/sign-in"), Map.of("email", address))
                .then()
                .statusCode(200);
        var path = mails.lastTo(address).path();
        browser.send(path, browser.form(path, path), Map.of()).then().statusCode(303);
    }

    private static Set<String> crawled(HelpBrowser browser, String language, List<String> from) {
        var seen = new LinkedHashSet<String>();
        var waiting = new ArrayDeque<>(from);
        var firstOnes = Set.copyOf(from);
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (seen.size() > MOST || !seen.add(path.replaceAll("[?&]lang=..$", ""))) {
                continue;
            }
            var answer = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            var status = answer.statusCode();
            assertThat(status).as("%s in %s", path, language).isLessThan(500);
            if (status == 303) {
                if (answer.header("Location").startsWith("/")) {
                    waiting.add(answer.header("Location"));
                }
                continue;
            }
            if (!answer.contentType().startsWith("text/html")) {
                assertThat(status).as(path).isEqualTo(200);
                continue;
            }
            assertThat(status)
                    .as("the link to %s is broken", path)
                    .isEqualTo(firstOnes.contains(path) && path.matches(".*/(nothing-here|none)") ? 404 : 200);
            var page = Jsoup.parse(answer.asString());
            check(page, path, language);
            waiting.addAll(links(page, path));
        }
        return seen;
    }

    private static void check(Document page, String path, String language) {
        for (var place : List.of("header", "footer")) {
            assertThat(page.select(place + " a.human-button[href=/help/human]"))
                    .as("human button in the %s of %s", place, path)
                    .hasSize(1);
            assertThat(page.select(place + " a[href=tel:+49305550100]").text())
                    .as("number in the %s of %s", place, path)
                    .isEqualTo(PHONE);
        }
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1")).as(path).hasSize(1);
        assertThat(page.title()).doesNotContainPattern("(help|shelf|form|request|error):");
        assertThat(page.select("input:not([type=hidden]):not([type=radio]), textarea, select"))
                .allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("%s: label of %s", path, field.id())
                        .hasSize(1));
    }

    private static List<String> links(Document page, String path) {
        var found = new ArrayList<String>();
        for (var link : page.select("a[href], link[href], script[src]")) {
            var to = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            if (to.startsWith("/")) {
                found.add(to);
            } else {
                assertThat(to).as("link of %s", path).matches("(tel:|mailto:|#|data:,).*|https?://.*");
            }
        }
        return found;
    }

    @Test
    void theStyleSheetAndTheScriptAreThere() {
        given().get("/help/help.css").then().statusCode(200).contentType("text/css");
        given().get("/help/help.js").then().statusCode(200);
    }
}
