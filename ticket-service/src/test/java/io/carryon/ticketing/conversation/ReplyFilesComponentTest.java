package io.carryon.ticketing.conversation;

import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplyFilesComponentTest {

    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final Line line = Line.open();

    @Test
    void filesGoWithTheReplyAndStandOnTheTicket() {
        var id = ticketOf(mail());

        reply(id, file(SHA256, "offer.pdf", 20_417))
                .statusCode(201)
                .body("attachments[0].name", equalTo("offer.pdf"))
                .body("attachments[0].sha256", equalTo(SHA256));

        ticket(id).body("conversation.items[1].attachments", hasSize(1));
        var requested =
                Line.json(line.heard("reply.requested", id, 1).getFirst().value());
        Contract.named("reply.requested").accepts(requested);
        assertThat(requested.at("/attachments/0/name").textValue()).isEqualTo("offer.pdf");
        assertThat(requested.at("/attachments/0/size").intValue()).isEqualTo(20_417);
    }

    @Test
    void filesGoByChatAndPortalAsWell() {
        for (var channel : List.of("chat", "portal")) {
            var contact = mail();
            ((ObjectNode) contact.get("contact")).put("channel", channel);
            var id = ticketOf(contact);

            reply(id, file(SHA256, "offer.pdf", 20_417)).statusCode(201).body("channel", equalTo(channel));

            var requested =
                    Line.json(line.heard("reply.requested", id, 1).getFirst().value());
            Contract.named("reply.requested").accepts(requested);
            assertThat(requested.at("/attachments/0/sha256").textValue()).isEqualTo(SHA256);
        }
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefusedWithTheirSize() {
        reply(ticketOf(mail()), file(SHA256, "one.zip", 9_000_001) + "," + file(SHA256, "two.zip", 9_000_000))
                .statusCode(422)
                .body("type", equalTo("urn:carryon:problem:files-too-large"))
                .body("detail", containsString("18000001"));
    }

    @Test
    void aFileIsNamedByItsHashAndItsNameIsNoPath() {
        reply(ticketOf(mail()), file("../../etc/passwd", "../../passwd", 1))
                .statusCode(400)
                .body("errors.pointer", hasItem("/attachments/0/sha256"))
                .body("errors.pointer", hasItem("/attachments/0/name"));
    }

    private static ValidatableResponse reply(String id, String files) {
        return withKey()
                .body("{\"text\":\"Your offer.\",\"attachments\":[%s]}".formatted(files))
                .post("/v1/tickets/" + id + "/replies")
                .then();
    }

    private static String file(String sha256, String name, int size) {
        return "{\"sha256\":\"%s\",\"name\":\"%s\",\"mediaType\":\"application/pdf\",\"size\":%d}"
                .formatted(sha256, name, size);
    }
}
