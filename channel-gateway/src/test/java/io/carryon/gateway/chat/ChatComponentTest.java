package io.carryon.gateway.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.DeliveryReceipt.Outcome;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
class ChatComponentTest {

    private static final ReplyChannel.Handover NOT_NEEDED = () -> {};

    private static final String SESSION = """
            {"visitor":{"name":"Marta","email":"marta@example.com","verified":true},
             "pageUrl":"https://www.example.com/","language":"pl"}
            """;

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ChatReplies replies;

    @Test
    void aMessageIsAcknowledgedOnceItIsPublished() {
        var session = opened();
        try (var browser = helloed(session)) {
            browser.send("msg", "clientId", "c1", "text", "Dzień dobry");
            var ack = browser.next("ack");
            assertThat(ack.get("clientId").asText()).isEqualTo("c1");
            assertThat(ack.get("seq").asInt()).isEqualTo(1);

            var entry = Line.entriesOf(contactOf(session), 1).getFirst();
            assertThat(entry.get("entryId").asText())
                    .isEqualTo(ack.get("messageId").asText());
            assertThat(entry.get("text").asText()).isEqualTo("Dzień dobry");
            assertThat(entry.at("/chat/sessionId").asText()).isEqualTo(session.getString("sessionId"));
            assertThat(entry.at("/sender/handles/0/kind").asText()).isEqualTo("chat");
            assertThat(entry.at("/sender/handles/1/verification").asText()).isEqualTo("verified");
        }
    }

    @Test
    void aResentMessageIsTheSameMessageAndAnotherTextIsRefused() {
        var session = opened();
        try (var browser = helloed(session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            var first = browser.next("ack");
            browser.send("msg", "clientId", "c1", "text", "Hello");
            assertThat(browser.next("ack")).isEqualTo(first);
            browser.send("msg", "clientId", "c1", "text", "Something else");
            var error = browser.next("error");
            assertThat(error.at("/problem/status").asInt()).isEqualTo(422);
            assertThat(error.get("clientId").asText()).isEqualTo("c1");
        }
    }

    @Test
    void supportsAnswerReachesAConnectedBrowserInTheSameSequence() {
        var session = opened();
        try (var browser = helloed(session)) {
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
        var entries = Line.entriesOf(contactOf(session), 2);
        assertThat(entries).extracting(e -> e.get("sequence").asInt()).containsExactly(0, 1);
    }

    @Test
    void aBrowserThatComesBackGetsWhatItMissed() {
        var session = opened();
        try (var browser = helloed(session)) {
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
    void theWelcomeSaysHowToReachAPerson() {
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", opened().getString("sessionToken"));
            var welcome = browser.next("welcome");
            assertThat(welcome.get("agents").asText()).isEqualTo("unknown");
            assertThat(welcome.at("/contactUs/human/text").asText()).isNotBlank();
        }
    }

    @Test
    void aSecondSocketTakesTheChatOver() {
        var session = opened();
        try (var first = helloed(session);
                var second = helloed(session)) {
            assertThat(first.closedWith()).isEqualTo(4409);
            second.send("msg", "clientId", "c1", "text", "Still here");
            assertThat(second.next("ack").get("seq").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aWrongTokenOrNoHelloClosesTheSocket() {
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", "guessed");
            assertThat(browser.next("error").at("/problem/status").asInt()).isEqualTo(401);
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void wrongFramesAreAnsweredAndTheChatGoesOn() {
        try (var browser = helloed(opened())) {
            for (var wrong : new String[] {
                "{\"t\"",
                "[]",
                "{\"t\":\"dance\"}",
                "{\"t\":\"msg\",\"clientId\":\"c\"}",
                "{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"\\u0000\"}",
                "{\"t\":\"msg\",\"clientId\":7,\"text\":\"x\"}",
                "{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"" + "x".repeat(4_001) + "\"}",
                "{\"t\":\"msg\",\"colour\":1}"
            }) {
                browser.sendText(wrong);
                assertThat(browser.next("error").at("/problem/status").asInt()).isEqualTo(400);
            }
            browser.send("msg", "clientId", "c1", "text", "Fine now");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aFloodIsStopped() {
        try (var browser = helloed(opened())) {
            for (int i = 0; i < 40; i++) {
                browser.sendText("{\"t\":\"dance\"}");
            }
            assertThat(browser.closedWith()).isEqualTo(4429);
        }
    }

    @Test
    void anEndedChatTakesNothingMoreAndStaffLearnIt() {
        var session = opened();
        try (var browser = helloed(session)) {
            browser.send("end");
            browser.next("end");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
        assertThat(replies.deliver(reply(session, "Hello?"), NOT_NEEDED).outcome())
                .isEqualTo(Outcome.FAILED);
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", session.getString("sessionToken"));
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void openingIsIdempotentAndOnlyForPortals() {
        var key = UUID.randomUUID().toString();
        var first = open(key, SESSION).then().statusCode(201).extract().asString();
        assertThat(open(key, SESSION).then().statusCode(201).extract().asString())
                .isEqualTo(first);
        open(key, "{}").then().statusCode(422);
        open(UUID.randomUUID().toString(), "{\"visitor\":{\"email\":\"no\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/visitor/email"));
        open(UUID.randomUUID().toString(), "{\"page\":1}")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:carryon:problem:validation"));
        given().contentType("application/json")
                .body(SESSION)
                .post("/v1/chat/sessions")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .body(SESSION)
                .post("/v1/chat/sessions")
                .then()
                .statusCode(403);
    }

    private TestBrowser helloed(JsonPath session) {
        var browser = TestBrowser.connect(socket);
        browser.send("hello", "token", session.getString("sessionToken"));
        browser.next("welcome");
        return browser;
    }

    private static JsonPath opened() {
        return open(UUID.randomUUID().toString(), SESSION)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response open(String key, String body) {
        return given().auth()
                .oauth2(Tokens.of("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/chat/sessions");
    }

    private static UUID contactOf(JsonPath session) {
        return ContactId.derive("chat", session.getString("sessionId"));
    }

    private static ReplyRequested reply(JsonPath session, String text) {
        return new ReplyRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                contactOf(session),
                Channel.CHAT,
                "portal-client",
                new ReplyRequested.Recipient(Handle.Kind.CHAT, session.getString("sessionId"), null),
                "Chat",
                text,
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now());
    }
}
