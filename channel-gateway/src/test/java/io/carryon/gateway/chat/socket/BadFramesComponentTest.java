package io.carryon.gateway.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.storage.Sql;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class BadFramesComponentTest {

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    Sql sql;

    private TestBrowser bystander;

    @BeforeEach
    void somebodyElseChats() {
        bystander = TestBrowser.helloed(socket, Site.opened());
    }

    @AfterEach
    void andIsNotHurt() {
        bystander.send("msg", "clientId", "b1", "text", "Still here");
        assertThat(bystander.next("ack").get("seq").asInt()).isEqualTo(1);
        assertThat(bystander.hasNothing()).isTrue();
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"typing\",\"on\":\"yes\"}",
                "{\"t\":\"typing\"}",
                "{\"t\":\"read\",\"upToSeq\":-1}",
                "{\"t\":\"read\",\"upToSeq\":\"all\"}",
                "{\"t\":\"handoff\",\"reason\":{}}",
                "{\"t\":\"callback\",\"number\":\"<script>\"}",
                "{\"t\":\"callback\",\"number\":\"+49301234567\",\"notBefore\":\"tomorrow\"}",
                "{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"x\",\"attachments\":[{\"id\":\"x\"}]}",
                "{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"x\",\"attachments\":[{}]}",
                "{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"  \",\"attachments\":[]}",
                "{\"t\":\"msg\",\"text\":\"x\"}",
                "{\"t\":\"recognition.answer\"}",
                "{\"t\":\"welcome\"}",
                "{\"t\":null}",
                "{}",
                "null",
                "[[[[[[[[[[",
                "{\"t\":\"msg\",\"t\":\"end\"}",
                "\u0000"
            })
    void aWrongFrameIsAnsweredWithAProblemAndTheChatGoesOn(String frame) {
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            browser.sendText(frame);
            assertThat(browser.next("error").at("/problem/status").asInt()).isEqualTo(400);
            browser.send("msg", "clientId", "c1", "text", "Fine now");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aFileOfAnotherChatIsNotSent() {
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            browser.sendText("{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"x\",\"attachments\":[{\"id\":\""
                    + UUID.randomUUID() + "\"}]}");
            assertThat(browser.next("error").at("/problem/status").asInt()).isEqualTo(422);
            browser.send("msg", "clientId", "c", "text", "Without it");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aFrameTooLargeEndsItsSocketOnly() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.sendText("{\"t\":\"msg\",\"clientId\":\"c\",\"text\":\"" + "x".repeat(70_000) + "\"}");
            assertThat(browser.closedWith()).isNotEqualTo(1000);
        }
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Back again");
            assertThat(browser.next("ack").get("seq").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aSecondHelloIsRefusedAndChangesNothing() {
        var other = Site.opened();
        try (var browser = TestBrowser.helloed(socket, Site.opened())) {
            browser.send("hello", "token", other.getString("sessionToken"));
            assertThat(browser.next("error").at("/problem/type").asText()).endsWith("hello-twice");
            browser.send("msg", "clientId", "c1", "text", "Mine");
            browser.next("ack");
        }
        assertThat(lastSeq(other)).isZero();
    }

    @Test
    void aTokenOfAnotherSessionOpensNothing() {
        var one = Site.opened();
        var other = Site.opened();
        try (var browser = TestBrowser.connect(socket)) {
            browser.sendText("{\"t\":\"hello\",\"resume\":{\"sessionId\":\"%s\",\"token\":\"%s\",\"lastSeq\":0}}"
                    .formatted(one.getString("sessionId"), other.getString("sessionToken")));
            assertThat(browser.next("error").at("/problem/status").asInt()).isEqualTo(401);
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void aTokenThatExpiresClosesTheSocketAndOpensNoneAnyMore() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            sql.update(
                    "update chat_session set expires_at = ? where session_id = ?",
                    Instant.now().minusSeconds(1),
                    UUID.fromString(session.getString("sessionId")));
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
        try (var browser = TestBrowser.resumed(socket, session, 0)) {
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void aPlaceBeyondTheLastMissesNothingThatComesThen() {
        var session = Site.opened();
        try (var ahead = TestBrowser.resumed(socket, session, 9_000);
                var other = TestBrowser.helloed(socket, session)) {
            ahead.next("welcome");
            other.send("msg", "clientId", "c1", "text", "Hello");
            other.next("ack");
            assertThat(ahead.next("msg.new").get("seq").asInt()).isEqualTo(1);
        }
    }

    private int lastSeq(JsonPath session) {
        return sql.first(
                        "select last_seq from chat_session where session_id = ?",
                        row -> row.getInt(1),
                        UUID.fromString(session.getString("sessionId")))
                .orElseThrow();
    }
}
