package io.carryon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.DeliveryReceipt.Outcome;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatAnswersComponentTest {

    private static final ReplyChannel.Handover NOT_NEEDED = () -> {};

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ChatReplies replies;

    @Test
    void supportsAnswerReachesAConnectedBrowserInTheSameSequence() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);

            var reply = reply(session, "How can I help?");
            assertThat(replies.deliver(reply, NOT_NEEDED).outcome()).isEqualTo(Outcome.SENT);
            assertThat(replies.deliver(reply, NOT_NEEDED).outcome()).isEqualTo(Outcome.SENT);

            var news = browser.next("msg.new");
            assertThat(news.get("seq").asInt()).isEqualTo(2);
            assertThat(news.get("from").asText()).isEqualTo("support");
            assertThat(news.get("author").asText()).isEqualTo("Anna Weber");
            browser.send("msg", "clientId", "c2", "text", "My invoice");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(3);
        }
        var entries = Line.entriesOf(Site.contactOf(session), 2);
        assertThat(entries).extracting(e -> e.get("sequence").asInt()).containsExactly(0, 1);
    }

    @Test
    void aBrowserThatComesBackGetsWhatItMissed() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            browser.next("ack");
            browser.send("msg", "clientId", "c2", "text", "Anybody there?");
            browser.next("ack");
        }
        assertThat(replies.deliver(reply(session, "Yes."), NOT_NEEDED).outcome())
                .isEqualTo(Outcome.SENT);

        try (var browser = TestBrowser.connect(socket)) {
            browser.sendText("{\"t\":\"hello\",\"resume\":{\"sessionId\":\"%s\",\"token\":\"%s\",\"lastSeq\":1}}"
                    .formatted(session.getString("sessionId"), session.getString("sessionToken")));
            assertThat(browser.next("welcome").get("seq").asInt()).isEqualTo(3);
            assertThat(browser.next("msg.new").get("from").asText()).isEqualTo("you");
            var last = browser.next("msg.new");
            assertThat(last.get("seq").asInt()).isEqualTo(3);
            assertThat(last.get("text").asText()).isEqualTo("Yes.");
        }
    }

    @Test
    void anEndedChatTakesNothingMoreAndStaffLearnIt() {
        var session = withoutAnAddress();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("end");
            browser.next("ended");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
        assertThat(replies.deliver(reply(session, "Hello?"), NOT_NEEDED).outcome())
                .isEqualTo(Outcome.FAILED);
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", session.getString("sessionToken"));
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
    }

    private static ReplyRequested reply(JsonPath session, String text) {
        return new ReplyRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                Site.contactOf(session),
                Channel.CHAT,
                "portal-client",
                new ReplyRequested.Recipient(Handle.Kind.CHAT, session.getString("sessionId"), null),
                "Chat",
                text,
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now(),
                null,
                null,
                null);
    }

    private static JsonPath withoutAnAddress() {
        return Site.open(Portal.key(), "{\"visitor\":{\"name\":\"Marta\"}}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
