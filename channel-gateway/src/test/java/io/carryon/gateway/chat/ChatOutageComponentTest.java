package io.carryon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.contact.ArchiveConfig;
import io.carryon.gateway.testing.ArchiveAway;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class ChatOutageComponentTest {

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ArchiveConfig archive;

    @AfterEach
    void mend() {
        BrokerWire.mend();
        DatabaseWire.mend();
    }

    @Test
    void aMessageTheBrokerDidNotTakeIsRefusedAndAcknowledgedWhenSentAgain() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            BrokerWire.cut();
            assertThat(refusal(browser, "c1", "Hello")).isEqualTo(503);

            BrokerWire.mend();
            browser.send("msg", "clientId", "c1", "text", "Hello");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);
        }
        assertThat(Line.entriesOf(Site.contactOf(session), 1)).isNotEmpty();
    }

    @Test
    void aMessageIsTakenWhileTheArchiveOfFilesIsAway() throws IOException {
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            try (var away = ArchiveAway.from(archive)) {
                browser.send("msg", "clientId", "c1", "text", "Hello");
                assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void aMessageWithoutADatabaseIsRefusedAndAcknowledgedWhenSentAgain() {
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            DatabaseWire.cut();
            assertThat(refusal(browser, "c1", "Hello")).isEqualTo(503);

            DatabaseWire.mend();
            // Connections that broke are found to be broken one by one.
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                browser.send("msg", "clientId", "c1", "text", "Hello");
                return "ack".equals(browser.next().get("t").asText());
            });
        }
    }

    @Test
    void aChatTakesSoManyMessagesAndNoMore() {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> Site.opened() != null);
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            browser.send("msg", "clientId", "c1", "text", "One");
            browser.next("ack");
            browser.send("msg", "clientId", "c2", "text", "Two");
            browser.next("ack");

            assertThat(refusal(browser, "c3", "Three")).isEqualTo(409);
            browser.send("msg", "clientId", "c2", "text", "Two");
            browser.next("ack");
        }
    }

    private static int refusal(TestBrowser browser, String clientId, String text) {
        browser.send("msg", "clientId", clientId, "text", text);
        JsonNode error = browser.next("error");
        return error.at("/problem/status").asInt();
    }
}
