package io.carryon.gateway.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.carryon.gateway.guard.Challenge;
import io.carryon.gateway.guard.Solver;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class WidgetChatPagesComponentTest {

    private static final int WRONG_PAGE = 4403;

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "https://blog.example", "https://shop.example.evil.example", "null"})
    void aStolenTokenIsNoGoodOnAnotherSitesPage(String origin) {
        var chat = opened();
        try (var tab = TestBrowser.connectFrom(origin, socket)) {
            tab.send("hello", "token", chat.getString("sessionToken"));
            var problem = tab.next("error").get("problem");
            assertThat(problem.get("status").asInt()).isEqualTo(403);
            assertThat(problem.get("type").asText()).endsWith(":wrong-origin");
            assertThat(tab.closedWith()).isEqualTo(WRONG_PAGE);
        }
        conversation(chat, origin).statusCode(403).body("type", endsWith(":wrong-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:8090"})
    void theSitesPagesLeadIt(String origin) {
        var chat = opened();
        try (var tab = TestBrowser.connectFrom(origin, socket)) {
            tab.send("hello", "token", chat.getString("sessionToken"));
            tab.next("welcome");
        }
        conversation(chat, origin).statusCode(200);
    }

    @Test
    void theFramesOwnOriginLeadsIt() {
        var chat = opened();
        var frame = "http://" + socket.getAuthority();
        try (var tab = TestBrowser.connectFrom(frame, socket)) {
            tab.send("hello", "token", chat.getString("sessionToken"));
            tab.next("welcome");
        }
        conversation(chat, frame).statusCode(200);
    }

    @Test
    void whoIsNoBrowserLeadsItByTheTokenAlone() {
        var chat = opened();
        TestBrowser.helloed(socket, chat).close();
        given().header("Carryon-Chat-Token", chat.getString("sessionToken"))
                .get("/v1/chat/conversation")
                .then()
                .statusCode(200);
    }

    @Test
    void theChatOfASitesServerMayBeOnAnyPage() {
        var chat = Site.opened();
        try (var tab = TestBrowser.connectFrom("https://elsewhere.example", socket)) {
            tab.send("hello", "token", chat.getString("sessionToken"));
            tab.next("welcome");
        }
        conversation(chat, "https://elsewhere.example").statusCode(200);
    }

    @Test
    void anotherPagesBrowserIsToldBeforeItSendsTheToken() {
        for (var origin :
                Map.of("https://shop.example", 204, "https://evil.example", 403).entrySet()) {
            given().header("Origin", origin.getKey())
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "carryon-chat-token")
                    .options("/v1/chat/conversation/messages")
                    .then()
                    .statusCode(origin.getValue());
        }
    }

    private static ValidatableResponse conversation(JsonPath chat, String origin) {
        return given().header("Carryon-Chat-Token", chat.getString("sessionToken"))
                .header("Origin", origin)
                .get("/v1/chat/conversation")
                .then();
    }

    private static JsonPath opened() {
        return given().contentType("application/json")
                .header("Origin", "https://shop.example")
                .body(Map.of(
                        "site", "shop-key-of-the-tests",
                        "clientId", UUID.randomUUID().toString(),
                        "language", "en",
                        "website", "",
                        "proof",
                                Solver.solved(given().get("/v1/guard/challenge").as(Challenge.class))))
                .post("/v1/widget/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
