package io.carryon.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class HelpOutageComponentTest {

    private static final String STORY = "You charged twice, and here is the whole story.";

    private final HelpBrowser browser = new HelpBrowser();
    private final Map<String, String> typed =
            Map.of("email", UUID.randomUUID() + "@example.com", "subject", "The invoice is wrong", "text", STORY);

    @AfterEach
    void mend() {
        BrokerWire.mend();
    }

    @Test
    void whatWasWrittenWhileTheBrokerIsAwayStaysOnThePageAndIsSentAgain() {
        var form = browser.form("/help/requests/new", "/help/requests");
        BrokerWire.cut();
        var page = page(send(form), 503);

        assertThat(page.selectFirst("textarea[name=text]").text()).isEqualTo(STORY);
        assertThat(page.select("a[href^=tel:]")).isNotEmpty();
        BrokerWire.mend();
        var again = new LinkedHashMap<String, String>();
        page.select("form[action=/help/requests] input[type=hidden]")
                .forEach(field -> again.put(field.attr("name"), field.val()));
        // Connections that broke are found to be broken one by one.
        await().atMost(Duration.ofSeconds(30)).until(() -> send(again).statusCode() == 303);
    }

    private Response send(Map<String, String> hidden) {
        return browser.sendWithFile("/help/requests", HelpBrowser.solved(hidden), typed, "", new byte[0]);
    }

    private static Document page(Response answer, int status) {
        return Jsoup.parse(answer.then()
                .statusCode(status)
                .contentType("text/html")
                .extract()
                .asString());
    }
}
