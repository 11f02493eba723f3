package io.carryon.gateway.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpRequestComponentTest {

    private static final String SCRIPT = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Inject
    LinkBox mails;

    @Inject
    SignedLinks links;

    @Inject
    Sql sql;

    @Test
    void aStrangersRequestIsTakenAndItsLinkGoesToTheirMailAlone() {
        var address = someone();
        var browser = new HelpBrowser();
        var reference = browser.submit(address, "The invoice is wrong", "You charged twice.");

        var sent = browser.get("/help/sent/" + reference)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sent).contains(reference).doesNotContain("/help/l/");
        browser.get("/help/requests/" + reference).then().statusCode(404);
        var mail = mails.lastTo(address);
        assertThat(mail.mail().isProved()).isFalse();
        assertThat(mail.letter().text()).contains(reference).doesNotContain("The invoice is wrong");

        var reader = new HelpBrowser();
        reader.get(mail.path())
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/requests/" + reference))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", containsString("no-store"))
                .cookie(Visit.SESSION)
                .header("Set-Cookie", allOf(containsString("HttpOnly"), containsString("SameSite=Lax")));
        reader.get("/help/requests/" + reference)
                .then()
                .statusCode(200)
                .body(containsString("You charged twice."))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        assertThat(sql.first("select 1 from portal_link where token_sha256 = ?", row -> 1, token(mail.path())))
                .as("only the hash is kept")
                .isEmpty();
        reader.get("/help/requests").then().statusCode(303).header("Location", equalTo("/help/sign-in"));
    }

    @Test
    void theMailedLinkAnswersAndItsFilesNeedTheCookie() {
        var reader = new HelpBrowser();
        var reference = opened(reader);
        var action = "/help/requests/" + reference + "/messages";

        reader.sendWithFile(
                        action,
                        reader.form("/help/requests/" + reference, action),
                        Map.of("text", "Here is the picture."),
                        "photo.png",
                        PNG)
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/requests/" + reference + "?done=replied"));

        var file = reader.page("/help/requests/" + reference)
                .selectFirst(".files a")
                .attr("href");
        reader.get(file).then().statusCode(200).header("Content-Disposition", startsWith("attachment"));
        given().get(file).then().statusCode(404);
        var other = opened(new HelpBrowser());
        reader.get(file.replace(reference, other)).then().statusCode(404);
    }

    @Test
    void aFileThatIsNoneOfThoseTakenIsRefusedAtItsField() {
        var reader = new HelpBrowser();
        var reference = opened(reader);
        var action = "/help/requests/" + reference + "/messages";

        reader.sendWithFile(
                        action,
                        reader.form("/help/requests/" + reference, action),
                        Map.of("text", "Look <b>here</b>."),
                        "page.png",
                        "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body(containsString("role=\"alert\""), containsString("Look &lt;b&gt;here&lt;/b&gt;."));
    }

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
    void aLinkEndsWhenItIsRevokedAndSomeTimeAfterTheRequestIsDone() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Subject", "Text");
        var contact = contactOf(reference);
        var path = mails.lastTo(address).path();
        var reader = new HelpBrowser();
        reader.get(path).then().statusCode(303);

        sql.update("update portal_request set closed_at = now() - interval '31 days' where contact_id = ?", contact);
        reader.get("/help/requests/" + reference).then().statusCode(404);
        new HelpBrowser().get(path).then().statusCode(404).body(containsString("human-button"));
        sql.update("update portal_request set closed_at = now() - interval '29 days' where contact_id = ?", contact);
        reader.get("/help/requests/" + reference).then().statusCode(200);

        assertThat(links.revoke(contact)).isEqualTo(1);
        reader.get("/help/requests/" + reference).then().statusCode(404);
        new HelpBrowser().get(path).then().statusCode(404);
        new HelpBrowser().get("/help/l/" + Secrets.token()).then().statusCode(404);
        new HelpBrowser().get("/help/l/nonsense").then().statusCode(404);
    }

    @Test
    void linksFollowTheRequesterToAnotherAddress() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Subject", "Text");
        var before = mails.lastTo(address).path();
        var another = someone();

        Portal.portal()
                .contentType("application/json")
                .body("{\"email\":\"" + another + "\"}")
                .put(Portal.REQUESTS + "/" + reference + "/link/address")
                .then()
                .statusCode(202)
                .body(equalTo(""));

        new HelpBrowser().get(before).then().statusCode(404);
        new HelpBrowser().get(mails.lastTo(another).path()).then().statusCode(303);
        Portal.portal()
                .delete(Portal.REQUESTS + "/" + reference + "/link")
                .then()
                .statusCode(204);
        new HelpBrowser().get(mails.lastTo(another).path()).then().statusCode(404);
        Portal.portal().post(Portal.REQUESTS + "/" + reference + "/link").then().statusCode(202);
        new HelpBrowser().get(mails.lastTo(another).path()).then().statusCode(303);
        Portal.portal()
                .contentType("application/json")
                .body("{\"email\":\"<script>\"}")
                .put(Portal.REQUESTS + "/" + reference + "/link/address")
                .then()
                .statusCode(400);
    }

    @Test
    void aLinkOpensItsOwnRequestAlone() {
        var reader = new HelpBrowser();
        opened(reader);
        var other = opened(new HelpBrowser());

        reader.get("/help/requests/" + other).then().statusCode(404);
        assertThat(reader.page("/help").select("form[action=/help/sign-out]")).isEmpty();
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

    @Test
    void withoutScriptsTheMailedLinkMakesTheRequestOnce() {
        var address = someone();
        var browser = new HelpBrowser();
        browser.sendWithFile(
                        "/help/requests",
                        browser.form("/help/requests/new", "/help/requests"),
                        Map.of("email", address, "subject", "No scripts", "text", "I do without."),
                        "",
                        new byte[0])
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/sent"));
        assertThat(sql.first("select 1 from portal_request where subject = 'No scripts'", row -> 1))
                .isEmpty();

        var path = mails.lastTo(address).path();
        var reader = new HelpBrowser();
        var first = reader.send(path, reader.form(path, path), Map.of());
        first.then().statusCode(303).header("Location", startsWith("/help/requests/"));
        var reference = first.header("Location").substring("/help/requests/".length(), "/help/requests/".length() + 19);
        reader.get("/help/requests/" + reference).then().statusCode(200).body(containsString("I do without."));
        reader.get(path).then().statusCode(404);
        var entry = Line.entriesOf(contactOf(reference), 1).getFirst();
        assertThat(entry.at("/sender/handles/0/verification").asText()).isEqualTo("verified");
    }

    @Test
    void theCustomerClosesReopensRatesAsksForAPersonAndBooksACall() {
        var reader = new HelpBrowser();
        var reference = opened(reader);
        var page = "/help/requests/" + reference;
        act(reader, page, "/handoff", Map.of()).then().statusCode(303);
        act(reader, page, "/close", Map.of()).then().statusCode(303).header("Location", equalTo(page + "?done=closed"));
        var slot = reader.page(page + "/callback").select("#slot option").last().val();
        reader.send(
                        page + "/callback",
                        reader.form(page + "/callback", page + "/callback"),
                        Map.of("number", "030 555 0100", "slot", slot))
                .then()
                .statusCode(303);
        assertThat(reader.page(page).selectFirst(".summary time").attr("datetime"))
                .isEqualTo(slot);
        reader.send(
                        page + "/callback",
                        reader.form(page + "/callback", page + "/callback"),
                        Map.of("number", "call me", "slot", slot))
                .then()
                .statusCode(400)
                .body(containsString("number-error"));
        act(reader, page + "/callback", "/cancel", Map.of()).then().statusCode(303);

        var ticket = UUID.randomUUID();
        var solved = TicketEvents.changed(ticket, 1, "OPENED", "RESOLVED", contactOf(reference));
        solved.put("at", Instant.now().toString());
        Line.publish("ticket.changed", ticket, solved);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(reader.page(page).select(".scores")).hasSize(1));
        act(reader, page, "/rating", Map.of("score", "9")).then().statusCode(400);
        act(reader, page, "/rating", Map.of("score", "5", "comment", SCRIPT))
                .then()
                .statusCode(303);
        assertThat(reader.page(page).select(".scores")).isEmpty();
        act(reader, page, "/reopen", Map.of()).then().statusCode(303);
    }

    @Test
    void aCallIsBookedAboutSomethingNew() {
        var browser = new HelpBrowser();
        var hidden = browser.form("/help/callback", "/help/callback");
        var slot = browser.page("/help/callback").select("#slot option").last().val();
        var filled = Map.of("subject", "A new contract", "number", "+49 30 5550100", "slot", slot);

        browser.send("/help/callback", hidden, filled).then().statusCode(403).body(containsString("human-button"));
        browser.send("/help/callback", HelpBrowser.solved(hidden), filled)
                .then()
                .statusCode(200)
                .body(containsString("class=\"reference\""));
    }

    @Test
    void theReferenceAloneTellsNothingButTheState() {
        var reference = new HelpBrowser().submit(someone(), "Secret matter", "Secret text");

        new HelpBrowser()
                .get("/help/status?reference=" + reference.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body(containsString(reference), not(containsString("Secret")));
    }

    private String opened(HelpBrowser reader) {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "The invoice is wrong", "You charged twice.");
        reader.get(mails.lastTo(address).path()).then().statusCode(303);
        return reference;
    }

    private static Response act(HelpBrowser reader, String page, String act, Map<String, String> filled) {
        var hidden = reader.form(page, page + act);
        // The form of an act that the page does not offer now is like that of the others.
        return reader.send(page + act, hidden, filled);
    }

    private static UUID contactOf(String reference) {
        return Arc.container()
                .instance(Sql.class)
                .get()
                .first(
                        "select contact_id from portal_request where reference = ?",
                        row -> row.getObject(1, UUID.class),
                        reference)
                .orElseThrow();
    }

    private static String token(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String someone() {
        return "someone-" + Portal.key() + "@example.com";
    }
}
