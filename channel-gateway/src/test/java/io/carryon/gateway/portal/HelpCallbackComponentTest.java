package io.carryon.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call about something new is booked by people alone, and nobody types it twice. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpCallbackComponentTest {

    private static final String PATH = "/help/callback";

    private final HelpBrowser browser = new HelpBrowser();
    private final Map<String, String> filled = new LinkedHashMap<>();

    @BeforeEach
    void fillIn() {
        var slot = browser.page(PATH).select("#slot option").last().val();
        filled.putAll(Map.of("name", "Ana", "subject", "A new contract", "number", "+49 30 5550100", "slot", slot));
    }

    @Test
    void aCallIsBookedAboutSomethingNew() {
        send(HelpBrowser.solved(form())).then().statusCode(200).body(containsString("class=\"reference\""));
    }

    @Test
    void whoeverIsRefusedFindsTheFormAsItWasAndSendsItAgain() {
        var hidden = HelpBrowser.solved(form());
        hidden.put("proof", hidden.get("proof").replace("number", "none"));

        var page = assertKept(send(hidden), 403);

        var again = new LinkedHashMap<String, String>();
        page.select("#callback-form input[type=hidden]").forEach(field -> again.put(field.attr("name"), field.val()));
        send(HelpBrowser.solved(again)).then().statusCode(200).body(containsString("class=\"reference\""));
    }

    @Test
    void aProgramThatFillsInEverythingIsRefused() {
        filled.put("website", "http://spam.example");

        assertKept(send(HelpBrowser.solved(form())), 403);
    }

    @Test
    void whoCannotShowToBeAPersonIsToldWhatToDo() {
        var page = assertKept(send(form()), 403);

        assertThat(page.select("[role=alert]").text()).contains("JavaScript", "sign in", "call");
    }

    @Test
    void whoeverComesTooOftenKeepsWhatWasTyped() {
        send(HelpBrowser.solved(form())).then().statusCode(200);
        try (var limits = Limits.reached("help-callback")) {
            assertThat(assertKept(send(HelpBrowser.solved(form())), 429)
                            .select("[role=alert]")
                            .text())
                    .contains("wait");
        }
    }

    private Map<String, String> form() {
        return browser.form(PATH, PATH);
    }

    private Response send(Map<String, String> hidden) {
        return browser.send(PATH, hidden, filled);
    }

    private Document assertKept(Response answer, int status) {
        var page = Jsoup.parse(answer.then()
                .statusCode(status)
                .contentType("text/html")
                .body(containsString("human-button"))
                .extract()
                .asString());
        assertThat(page.select("[role=alert]")).hasSize(1);
        assertThat(page.select("#name").val()).isEqualTo("Ana");
        assertThat(page.select("#subject").val()).isEqualTo("A new contract");
        assertThat(page.select("#number").val()).isEqualTo("+49 30 5550100");
        assertThat(page.select("#slot option[selected]").val()).isEqualTo(filled.get("slot"));
        return page;
    }
}
