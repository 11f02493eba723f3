package io.carryon.gateway.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Originals;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatComponentTest {
    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    Sql sql;

    @Test
    void aMessageIsAcknowledgedOnceItIsPublished() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Dzień dobry");
            var ack = browser.next("ack");
            assertThat(ack.get("clientId").asText()).isEqualTo("c1");
            assertThat(ack.get("seq").asInt()).isEqualTo(1);

            var entry = Line.entriesOf(Site.contactOf(session), 1).getFirst();
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
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
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
    void whatTwoTabsSayAtOnceUnderOneClientIdIsOneMessage() {
        var session = Site.opened();
        try (var first = TestBrowser.helloed(socket, session);
                var second = TestBrowser.helloed(socket, session)) {
            var ids = IntStream.range(0, 8).mapToObj(number -> "c" + number).toList();
            for (var id : ids) {
                first.send("msg", "clientId", id, "text", "Hello");
                second.send("msg", "clientId", id, "text", "Hello");
            }

            var acks = ids.stream().map(id -> first.next("ack")).toList();
            assertThat(ids.stream().map(id -> second.next("ack"))).containsExactlyInAnyOrderElementsOf(acks);
            assertThat(acks)
                    .extracting(ack -> ack.get("seq").asInt())
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(Line.entriesOf(Site.contactOf(session), 8))
                    .extracting(entry -> entry.get("sequence").asInt())
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void ofWhatIsNoMessageNoOriginalIsKept() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            var words = "Only once, " + UUID.randomUUID();
            browser.send("msg", "clientId", "c1", "text", words);
            browser.next("ack");
            browser.send("msg", "clientId", "c1", "text", words);
            browser.next("ack");
            assertThat(Originals.with(sql, words)).isEqualTo(1);

            var id = UUID.fromString(session.getString("sessionId"));
            sql.update("update chat_session set entries = 1000 where session_id = ?", id);
            assertThat(refused(browser, "c2").at("/problem/type").asText()).isEqualTo("urn:carryon:problem:chat-full");
            sql.update("update chat_session set entries = 1, ended_at = now() where session_id = ?", id);
            assertThat(refused(browser, "c3").at("/problem/type").asText()).isEqualTo("urn:carryon:problem:chat-ended");
        }
    }

    private JsonNode refused(TestBrowser browser, String clientId) {
        var words = "Never, " + UUID.randomUUID();
        browser.send("msg", "clientId", clientId, "text", words);
        var error = browser.next("error");
        assertThat(Originals.with(sql, words)).isZero();
        return error;
    }

    @Test
    void whatTheVisitorChoseAsTheTopicIsSaidByEveryMessage() {
        var opened =
                Site.open(Portal.key(), Site.SESSION.replace("\"language\"", "\"topic\":\"billing\",\"language\""));
        var session = opened.then().statusCode(201).extract().jsonPath();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            browser.next("ack");
            browser.send("msg", "clientId", "c2", "text", "It is about May");
            browser.next("ack");
        }

        assertThat(Line.entriesOf(Site.contactOf(session), 2))
                .extracting(entry -> entry.path("topic").asText())
                .containsExactly("billing", "billing");
        Site.open(Portal.key(), "{\"topic\":\" \"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/topic"));
    }

    @Test
    void whatOneTabSaysTheOthersShowAndItIsAcknowledgedWhereItWasSaid() {
        var session = Site.opened();
        try (var first = TestBrowser.helloed(socket, session);
                var second = TestBrowser.helloed(socket, session)) {
            first.send("msg", "clientId", "c1", "text", "From the first");
            assertThat(first.next("ack").get("seq").asInt()).isEqualTo(1);
            var news = second.next("msg.new");
            assertThat(news.get("from").asText()).isEqualTo("you");
            assertThat(news.get("clientId").asText()).isEqualTo("c1");
            assertThat(news.get("text").asText()).isEqualTo("From the first");

            second.send("msg", "clientId", "c2", "text", "From the second");
            assertThat(second.next("ack").get("seq").asInt()).isEqualTo(2);
            assertThat(first.next("msg.new").get("seq").asInt()).isEqualTo(2);
            second.send("end");
            second.next("ended");
            first.next("ended");
            assertThat(first.closedWith()).isEqualTo(1000);
        }
    }

    @Test
    void theOldestOfTooManyTabsIsClosed() {
        var session = Site.opened();
        try (var first = TestBrowser.helloed(socket, session)) {
            var tabs = new ArrayList<TestBrowser>();
            for (int i = 0; i < 5; i++) {
                tabs.add(TestBrowser.helloed(socket, session));
            }
            assertThat(first.closedWith()).isEqualTo(4409);
            tabs.getFirst().send("msg", "clientId", "c1", "text", "Still here");
            tabs.getFirst().next("ack");
            tabs.forEach(TestBrowser::close);
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
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
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
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            for (int i = 0; i < 40; i++) {
                browser.sendText("{\"t\":\"dance\"}");
            }
            assertThat(browser.closedWith()).isEqualTo(4429);
        }
    }

    @Test
    void theWelcomeSaysHowToReachAPerson() {
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", Site.opened().getString("sessionToken"));
            var welcome = browser.next("welcome");
            assertThat(welcome.get("agents").asText()).isEqualTo("offline");
            assertThat(welcome.at("/contactUs/human/text").asText()).isNotBlank();
        }
    }

    @Test
    void openingIsIdempotentAndOnlyForPortals() {
        var key = UUID.randomUUID().toString();
        var first =
                Site.open(key, Site.SESSION).then().statusCode(201).extract().asString();
        assertThat(Site.open(key, Site.SESSION).then().statusCode(201).extract().asString())
                .isEqualTo(first);
        Site.open(key, "{}").then().statusCode(422);
        Site.open(UUID.randomUUID().toString(), "{\"visitor\":{\"email\":\"no\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/visitor/email"));
        Site.open(UUID.randomUUID().toString(), "{\"page\":1}")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:carryon:problem:validation"));
        given().contentType("application/json")
                .body(Site.SESSION)
                .post("/v1/chat/sessions")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .body(Site.SESSION)
                .post("/v1/chat/sessions")
                .then()
                .statusCode(403);
    }
}
