package io.carryon.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are proposed beside the form of a request, and the form keeps what was typed. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpProposalsComponentTest extends HelpReading {

    private static final String SCRIPT = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";

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

    @ParameterizedTest
    @CsvSource({
        "/help/requests/new, photo.png, 1",
        "/help/requests/new?lang=pl, photo.png, 1",
        "/help/requests/new, '', 0"
    })
    void whoChoseFilesBeforeIsToldToChooseThemAgain(String action, String chosen, int told) {
        Bookshelf.published("en", "Reset your password", "<p>Press the button.</p>");
        var hidden = browser.form("/help/requests/new", "/help/requests");

        // So browsers send the names of files where the files themselves do not go along.
        var page = Jsoup.parse(browser.send(action, hidden, Map.of("subject", "My password", "files", chosen))
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(page.select(".files-again")).hasSize(told);
    }

    @ParameterizedTest
    @CsvSource({"photo.png, 1", "'', 0"})
    void filesThatCannotWaitForTheMailedLinkAreSaidToBeMissing(String name, int told) {
        var form = browser.form("/help/requests/new", "/help/requests");
        var filled = Map.of("email", Requesters.someone(), "subject", "My password", "text", "It is lost.");
        var location = browser.sendWithFile("/help/requests", form, filled, name, new byte[name.length()])
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(browser.page(location).select(".files-left")).hasSize(told);
    }
}
