package io.carryon.gateway.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.privacy.Erasure;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatErasureComponentTest {

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    Erasure erasure;

    @Inject
    Archive archive;

    @Test
    void anErasedChatHasEndedAndNothingSaidInItIsLeft() {
        var session = Site.opened();
        var contact = Site.contactOf(session);
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "My card is lost");
            browser.next("ack");
            var original = held(contact)
                    .body("contacts[0].items.kind", hasItems("chat-session", "chat-message"))
                    .body("contacts[0].items.data.text", hasItems("My card is lost"))
                    .extract()
                    .jsonPath()
                    .getString("contacts[0].items.find { it.original }.original.sha256");

            erasure.erase(Set.of(contact));

            assertThat(archive.open(original)).isEmpty();
            held(contact).body("contacts[0].items", hasSize(0));
            browser.next("ended");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", session.getString("sessionToken"));
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
    }

    private static ValidatableResponse held(UUID contact) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("application/json")
                .body(Map.of("contactIds", List.of(contact)))
                .post("/v1/privacy/contacts")
                .then()
                .statusCode(200);
    }
}
