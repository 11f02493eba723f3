package io.carryon.gateway.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalFileComponentTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Inject
    PortalReplies replies;

    @Inject
    Archive archive;

    @Test
    void aFileGoesWithTheRequestItIsNamedInAndWithNoOther() {
        var file = upload("photo.exe", PNG)
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("image/png"))
                .body("name", equalTo("photo.exe.png"))
                .extract()
                .jsonPath()
                .getString("id");

        var accepted = Portal.submitted(requestWith(file));
        var entry = Line.entriesOf(accepted.getUUID("contactId"), 1).getFirst();
        assertThat(entry.at("/attachments/0/name").asText()).isEqualTo("photo.exe.png");
        assertThat(entry.at("/attachments/0/size").asInt()).isEqualTo(PNG.length);
        var url = Portal.status(accepted.getString("reference"))
                .then()
                .body("messages[0].attachments.id", contains(file))
                .extract()
                .jsonPath()
                .getString("messages[0].attachments[0].url");
        var bytes = Portal.portal()
                .get(url)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertThat(bytes).isEqualTo(PNG);

        Portal.post(Portal.key(), requestWith(file))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/attachments"));
        var other = Portal.submitted(Portal.REQUEST).getString("statusUrl");
        Portal.portal().get(other + "/files/" + file).then().statusCode(404);
    }

    @Test
    void aMessageMayBeAFileAlone() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var file = upload("list.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getString("id");
        var path = accepted.getString("statusUrl") + "/messages";

        Portal.write(path, Portal.key(), "{\"attachments\":[{\"id\":\"" + file + "\"}]}")
                .then()
                .statusCode(201);
        Portal.write(path, Portal.key(), "{\"attachments\":[]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/text"));

        Portal.status(accepted.getString("reference"))
                .then()
                .body("messages[1].attachments.name", contains("list.csv"));
    }

    @Test
    void supportsFilesStandInTheRequest() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var kept = archive.store(PNG, "image/png");
        var reply = new ReplyRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                accepted.getUUID("contactId"),
                Channel.PORTAL,
                "portal-client",
                new ReplyRequested.Recipient(Handle.Kind.ACCOUNT, "cust-1", null),
                "Re: The invoice is wrong",
                "The credit note.",
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now(),
                List.of(new ReplyRequested.AttachedFile(kept.sha256(), "note.png", "image/png", kept.size())),
                null,
                null);

        replies.deliver(reply, () -> {});
        replies.deliver(reply, () -> {});

        var url = Portal.status(accepted.getString("reference"))
                .then()
                .body("messages[1].attachments.name", contains("note.png"))
                .extract()
                .jsonPath()
                .getString("messages[1].attachments[0].url");
        Portal.portal().get(url).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "  <!DOCTYPE html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "#!/bin/sh",
                "MZ\u0000\u0001\u0002",
                "\u007fELF\u0001"
            })
    void programsAndScriptsAreNotTaken(String content) {
        upload("innocent.png", content.getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:file-type"));
    }

    @Test
    void anEmptyFileAndOneWithoutANameAreRefused() {
        upload("empty.png", new byte[0]).then().statusCode(400);
        upload("", PNG).then().statusCode(400);
    }

    @Test
    void aFileThatNobodyUploadedIsRefused() {
        Portal.post(Portal.key(), requestWith(UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/attachments"));
        Portal.post(Portal.key(), requestWith("../etc/passwd")).then().statusCode(400);
    }

    private static Response upload(String name, byte[] content) {
        return Portal.portal()
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post("/portal/v1/files");
    }

    private static String requestWith(String file) {
        return Portal.REQUEST.replace("\"language\"", "\"attachments\":[{\"id\":\"" + file + "\"}],\"language\"");
    }
}
