package io.carryon.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class HelpOutageComponentTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final String STORY = "You charged twice, and here is the whole story.";

    @Inject
    Sql sql;

    private final HelpBrowser browser = new HelpBrowser();
    private final Map<String, String> typed =
            Map.of("email", UUID.randomUUID() + "@example.com", "subject", "The invoice is wrong", "text", STORY);

    @AfterEach
    void mend() {
        BrokerWire.mend();
        DatabaseWire.mend();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests",
                "/requests/new",
                "/requests/7K3M-Q0ZD-2F9T-XW5B",
                "/requests/7K3M-Q0ZD-2F9T-XW5B/callback",
                "/requests/7K3M-Q0ZD-2F9T-XW5B/files/00000000-0000-4000-8000-000000000000",
                "/callback",
                "/articles?q=invoice",
                "/articles/00000000-0000-4000-8000-000000000000",
                "/status?reference=7K3M-Q0ZD-2F9T-XW5B",
                "/sign-in/0123456789012345678901",
                "/confirm/0123456789012345678901",
                "/l/0123456789012345678901"
            })
    void whileTheDatabaseIsAwayAPageSaysSoInTheVisitorsLanguage(String path) {
        DatabaseWire.cut();

        var page = page(signedIn().get("/help" + path), 503);

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("main [role=alert]").text()).contains("in einer Minute");
        assertThat(page.select("header a.human-button[href=/help/human]")).hasSize(1);
        assertThat(page.select("header a[href^=tel:]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/human", "/sign-in", "/sent"})
    void theWaysToAPersonNeedNoDatabase(String path) {
        DatabaseWire.cut();

        assertThat(page(signedIn().get("/help" + path), 200).select("header a[href^=tel:]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasWrittenWhileTheDatabaseIsAwayStaysOnThePage(boolean isSignedIn) {
        var form = HelpBrowser.solved(browser.form("/help/requests/new", "/help/requests"));
        DatabaseWire.cut();
        var sent = browser.request().contentType("multipart/form-data");
        if (isSignedIn) {
            sent.cookie(Visit.SESSION, Secrets.token());
        }
        form.forEach(sent::multiPart);
        typed.forEach(sent::multiPart);

        var page = page(sent.post("/help/requests"), 503);

        assertThat(page.selectFirst("textarea[name=text]").text()).isEqualTo(STORY);
        assertThat(page.selectFirst("#subject").val()).isEqualTo("The invoice is wrong");
    }

    /** A browser with a session, which only the database knows. */
    private RequestSpecification signedIn() {
        return browser.request().cookie(Visit.SESSION, Secrets.token()).header("Accept-Language", "de");
    }

    @Test
    void whatWasWrittenWhileTheBrokerIsAwayStaysOnThePageAndIsSentAgain() {
        var page = refused(typed, "", new byte[0]);

        assertThat(page.selectFirst("textarea[name=text]").text()).isEqualTo(STORY);
        assertThat(page.select("a[href^=tel:]")).isNotEmpty();
        assertThat(page.select("[role=alert]").text()).isNotBlank().doesNotContain("Files");
        assertThat(page.select(".files-again")).isEmpty();
        sent(page, typed, "", new byte[0]);
    }

    @Test
    void whatIsEditedAfterItDidNotGetThroughIsSentAsItIsThen() {
        var page = refused(typed, "", new byte[0]);
        var edited = new LinkedHashMap<>(typed);
        edited.put("text", "A better story.");

        var first = sent(page, edited, "", new byte[0]);

        assertThat(sent(page, edited, "", new byte[0])).isEqualTo(first);
        assertThat(said()).containsExactly("A better story.");
    }

    @Test
    void whoChoseFilesIsToldToChooseThemAgainAndMaySendTheSame() {
        var page = refused(typed, "photo.png", PNG);
        assertThat(page.select(".files-again")).hasSize(1);

        var first = sent(page, typed, "photo.png", PNG);

        assertThat(sent(page, typed, "photo.png", PNG)).isEqualTo(first);
        assertThat(said()).containsExactly(STORY);
    }

    @Test
    void anotherFileAfterItDidNotGetThroughGoesAlong() {
        var page = refused(typed, "photo.png", PNG);
        var other = Arrays.copyOf(PNG, PNG.length + 1);

        var first = sent(page, typed, "photo.png", other);

        assertThat(sent(page, typed, "photo.png", other)).isEqualTo(first);
        assertThat(sql.query(
                        "select size from portal_file where contact_id = ?",
                        row -> row.getInt(1),
                        Requesters.contactOf(first.substring(first.lastIndexOf('/') + 1))))
                .containsExactly(other.length);
    }

    @Test
    void aMessageThatDidNotGetThroughStaysOnThePageAndMayBeEdited() {
        var reference = Requesters.opened(browser);
        var action = "/help/requests/" + reference + "/messages";
        var form = browser.form("/help/requests/" + reference, action);
        BrokerWire.cut();
        var page = page(browser.sendWithFile(action, form, Map.of("text", "First."), "", new byte[0]), 503);
        BrokerWire.mend();

        assertThat(page.select("#text").val()).isEqualTo("First.");
        assertThat(page.select("[role=alert]")).hasSize(1);
        var hidden = hidden(page, action);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.sendWithFile(action, hidden, Map.of("text", "Second."), "", new byte[0])
                                .statusCode()
                        == 303);
        assertThat(browser.page("/help/requests/" + reference)
                        .select(".said .text")
                        .eachText())
                .endsWith("Second.");
    }

    private static Map<String, String> hidden(Document page, String action) {
        var hidden = new LinkedHashMap<String, String>();
        page.select("form[action=" + action + "] input[type=hidden]")
                .forEach(field -> hidden.put(field.attr("name"), field.val()));
        return hidden;
    }

    /** The page that answers what was sent while the broker is away. */
    private Document refused(Map<String, String> filled, String name, byte[] file) {
        var form = browser.form("/help/requests/new", "/help/requests");
        BrokerWire.cut();
        var page = page(send(form, filled, name, file), 503);
        BrokerWire.mend();
        return page;
    }

    /** Where the form of a page leads, once it gets through. */
    private String sent(Document page, Map<String, String> filled, String name, byte[] file) {
        var hidden = hidden(page, "/help/requests");
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> send(hidden, filled, name, file), answer -> answer.statusCode() != 503)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    private Response send(Map<String, String> hidden, Map<String, String> filled, String name, byte[] file) {
        return browser.sendWithFile("/help/requests", HelpBrowser.solved(hidden), filled, name, file);
    }

    /** What stands on the requests that this test's customer has made. */
    private List<String> said() {
        return sql.query("""
                select text from portal_message join portal_request using (contact_id)
                where requester ->> 'email' = ? and portal_message.accepted_at is not null
                """, row -> row.getString(1), typed.get("email"));
    }

    private static Document page(Response answer, int status) {
        return Jsoup.parse(answer.then()
                .statusCode(status)
                .contentType("text/html")
                .extract()
                .asString());
    }
}
