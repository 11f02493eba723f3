package io.carryon.gateway.chat.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.chat.ChatReplies;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.privacy.Erasure;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ConversationFileComponentTest {

    private static final String FILES = "/v1/chat/conversation/files";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ChatReplies replies;

    @Inject
    Archive archive;

    @Inject
    Erasure erasure;

    @Test
    void aVisitorsFileGoesWithItsMessageToSupportAndToTheOtherTabs() {
        var session = Site.opened();
        var id = upload(session, "../shot.exe", PNG)
                .statusCode(201)
                .body("name", equalTo(".._shot.exe.png"))
                .body("mediaType", equalTo("image/png"))
                .extract()
                .jsonPath()
                .getString("id");
        try (var one = TestBrowser.helloed(socket, session);
                var two = TestBrowser.helloed(socket, session)) {
            one.sendText("{\"t\":\"msg\",\"clientId\":\"c1\",\"attachments\":[{\"id\":\"" + id + "\"}]}");
            one.next("ack");
            var news = two.next("msg.new");
            assertThat(news.at("/attachments/0/id").asText()).isEqualTo(id);
            assertThat(news.at("/attachments/0/url").asText()).isEqualTo(FILES + "/" + id);
            one.sendText("{\"t\":\"msg\",\"clientId\":\"c2\",\"attachments\":[{\"id\":\"" + id + "\"}]}");
            assertThat(one.next("error").at("/problem/errors/0/pointer").asText())
                    .isEqualTo("/attachments/0/id");
        }
        var entry = Line.entriesOf(Site.contactOf(session), 1).getFirst();
        assertThat(entry.at("/attachments/0/mediaType").asText()).isEqualTo("image/png");
        var sha256 = entry.at("/attachments/0/sha256").asText();
        assertThat(archive.open(sha256)).isPresent();
        download(session, id)
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .contentType("image/png");
        download(Site.opened(), id).statusCode(404);

        erasure.erase(Set.of(Site.contactOf(session)));
        assertThat(archive.open(sha256)).isEmpty();
    }

    @Test
    void supportsFilesAreShownAndDownloadedInTheirChatOnly() throws IOException {
        var session = Site.opened();
        var kept = archive.store(
                new ByteArrayInputStream("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)), "text/html");
        try (var browser = TestBrowser.helloed(socket, session)) {
            replies.deliver(
                    reply(
                            session,
                            new ReplyRequested.AttachedFile(kept.sha256(), "offer.html", "text/html", kept.size())),
                    () -> {});
            var file = browser.next("msg.new").at("/attachments/0");
            assertThat(file.get("name").asText()).isEqualTo("offer.html");
            download(session, file.get("id").asText())
                    .statusCode(200)
                    .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''offer.html"))
                    .header("Content-Security-Policy", containsString("sandbox"));
            download(Site.opened(), file.get("id").asText()).statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\u0000 a program",
                "<html><script>alert(1)</script></html>",
                "  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "#!/bin/sh",
                "\u0000\u0001\u0002"
            })
    void programsMarkupAndTheUnknownAreNotTaken(String content) {
        upload(Site.opened(), "harmless.png", content.getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(415)
                .body("type", equalTo("urn:carryon:problem:file-type"));
    }

    @Test
    void whatIsEmptyTooLargeOrNamelessIsRefused() {
        var session = Site.opened();
        upload(session, "a.txt", new byte[0]).statusCode(400);
        upload(session, " ", PNG).statusCode(400);
        upload(session, "a.png", new byte[10_000_001]).statusCode(413);
        given().header(ChatDoor.HEADER, "guessed")
                .contentType("application/octet-stream")
                .body(PNG)
                .post(FILES + "?name=a.png")
                .then()
                .statusCode(401);
    }

    @Test
    void ofManyUploadsAtOnceAsManyAreTakenAsOneChatMayHave() throws Exception {
        var session = Site.opened();
        var uploads = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 18; i++) {
            var content = ("File " + i + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
            uploads.add(() -> upload(session, "a.txt", content).extract().statusCode());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var upload : threads.invokeAll(uploads)) {
                assertThat(upload.get()).isEqualTo(201);
            }
        }
    }

    private static ValidatableResponse upload(JsonPath session, String name, byte[] content) {
        return given().header(ChatDoor.HEADER, session.getString("sessionToken"))
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post(FILES)
                .then();
    }

    private static ValidatableResponse download(JsonPath session, String id) {
        return given().header(ChatDoor.HEADER, session.getString("sessionToken"))
                .get(FILES + "/" + id)
                .then();
    }

    private static ReplyRequested reply(JsonPath session, ReplyRequested.AttachedFile file) {
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
                "The offer",
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now(),
                List.of(file),
                null,
                null);
    }
}
