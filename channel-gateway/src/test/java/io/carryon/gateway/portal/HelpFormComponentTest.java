package io.carryon.gateway.portal;

import static io.carryon.gateway.portal.Requesters.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The form of a request is taken once, from its own page alone, and loses nothing that was written. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpFormComponentTest {

    private static final String SCRIPT = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";

    @Inject
    LinkBox mails;

    @Test
    void scriptsInEveryFieldAreShownAsTheyWereWritten() {
        var address = someone();
        var browser = new HelpBrowser();
        var hidden = HelpBrowser.solved(browser.form("/help/requests/new", "/help/requests"));
        var wrong = browser.sendWithFile(
                "/help/requests",
                hidden,
                Map.of(
                        "email", SCRIPT, "name", SCRIPT, "phone", SCRIPT, "topic", SCRIPT, "subject", SCRIPT, "text",
                        ""),
                "",
                new byte[0]);
        wrong.then().statusCode(400).body(not(containsString("<script>alert")), not(containsString("<img src=x")));

        var reference = browser.submit(address, SCRIPT, SCRIPT);
        var reader = new HelpBrowser();
        reader.get(mails.lastTo(address).path());
        reader.get("/help/requests/" + reference)
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")), not(containsString("<img src=x")));
        reader.get("/help/status?reference=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")));
    }

    @Test
    void aFormSentTwiceIsOneRequest() {
        var address = someone();
        var browser = new HelpBrowser();
        var hidden = browser.form("/help/requests/new", "/help/requests");
        var filled = Map.of("email", address, "subject", "Once", "text", "Only once.");

        var first = browser.sendWithFile("/help/requests", HelpBrowser.solved(hidden), filled, "", new byte[0]);
        var again = browser.sendWithFile("/help/requests", HelpBrowser.solved(hidden), filled, "", new byte[0]);

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        browser.sendWithFile(
                        "/help/requests",
                        HelpBrowser.solved(hidden),
                        Map.of("email", address, "subject", "Once", "text", "Something else."),
                        "",
                        new byte[0])
                .then()
                .statusCode(422)
                .contentType(startsWith("text/html"));
    }

    @Test
    void aFormWithAFileSentTwiceIsOneRequest() {
        var browser = new HelpBrowser();
        var hidden = browser.form("/help/requests/new", "/help/requests");
        var filled = Map.of("email", someone(), "subject", "Once", "text", "Only once.");
        var file = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

        var first = browser.sendWithFile("/help/requests", HelpBrowser.solved(hidden), filled, "photo.png", file);
        var again = browser.sendWithFile("/help/requests", HelpBrowser.solved(hidden), filled, "photo.png", file);

        assertThat(first.header("Location")).isNotNull();
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void whatIsRefusedOnItsWayToAPageIsAnsweredByAPage() {
        for (var refused : List.of(
                given().post("/help/nothing-here"),
                given().put("/help"),
                given().formParam("text", "x").post("/help/requests"))) {
            refused.then().contentType(startsWith("text/html")).body(containsString("human-button"));
            assertThat(refused.statusCode()).isIn(405, 415);
        }
    }

    @Test
    void aProofIsGoodOnce() {
        var browser = new HelpBrowser();
        var hidden = HelpBrowser.solved(browser.form("/help/requests/new", "/help/requests"));
        var filled = Map.of("email", someone(), "subject", "Once", "text", "Only once.");
        browser.sendWithFile("/help/requests", hidden, filled, "", new byte[0])
                .then()
                .statusCode(303);

        browser.sendWithFile("/help/requests", hidden, filled, "", new byte[0])
                .then()
                .statusCode(403)
                .body(containsString("human-button"));
    }

    @Test
    void whatWasWrittenIsStillThereWhenTheFormDoesNotGetThrough() {
        var browser = new HelpBrowser();
        var hidden = HelpBrowser.solved(browser.form("/help/requests/new", "/help/requests"));
        hidden.put("proof", hidden.get("proof").replace("number", "none"));
        var filled = Map.of("email", someone(), "subject", "Kept", "text", "A long story.");

        var refused = Jsoup.parse(browser.sendWithFile("/help/requests", hidden, filled, "", new byte[0])
                .then()
                .statusCode(403)
                .extract()
                .asString());

        assertThat(refused.select("[role=alert]")).hasSize(1);
        assertThat(refused.select("#text").val()).isEqualTo("A long story.");
        var again = Map.of(
                "word", refused.select("#request-form [name=word]").val(),
                "key", refused.select("#request-form [name=key]").val());
        browser.sendWithFile("/help/requests", HelpBrowser.solved(again), filled, "", new byte[0])
                .then()
                .statusCode(303);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var browser = new HelpBrowser();
        var hidden = HelpBrowser.solved(browser.form("/help/requests/new", "/help/requests"));
        var filled = Map.of("email", someone(), "subject", "Theirs", "text", "Not mine.");

        new HelpBrowser()
                .sendWithFile("/help/requests", hidden, filled, "", new byte[0])
                .then()
                .statusCode(403);
        var foreign = browser.request().header("Origin", "https://evil.example").contentType("multipart/form-data");
        hidden.forEach(foreign::multiPart);
        filled.forEach(foreign::multiPart);
        foreign.post("/help/requests").then().statusCode(403);
    }

    @Test
    void aFormOfAPageWithoutReferrerIsTaken() {
        var browser = new HelpBrowser();
        var form = browser.request().header("Origin", "null").header("Sec-Fetch-Site", "same-origin");
        browser.form("/help/sign-in", "/help/sign-in").forEach(form::formParam);

        form.formParam("email", someone()).post("/help/sign-in").then().statusCode(200);
    }

    @Test
    void aProgramThatFillsInEverythingIsRefused() {
        var browser = new HelpBrowser();
        var hidden = HelpBrowser.solved(browser.form("/help/requests/new", "/help/requests"));

        browser.sendWithFile(
                        "/help/requests",
                        hidden,
                        Map.of("email", someone(), "subject", "Buy", "text", "Now", "website", "http://spam.example"),
                        "",
                        new byte[0])
                .then()
                .statusCode(403);
    }
}
