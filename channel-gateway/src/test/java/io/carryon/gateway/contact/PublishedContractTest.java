package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.carryon.gateway.reply.DeliveryOutcome;
import io.carryon.gateway.reply.DeliveryReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedContractTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

    @Test
    void everyChannelsContactFitsTheContract() throws IOException {
        var schema = schema("contact.received.v1");
        for (var contact : List.of(mail(), call(), chat(), request())) {
            assertThat(schema.validate(JSON.valueToTree(contact)))
                    .as("%s", contact.channel())
                    .isEmpty();
        }
    }

    @Test
    void everyOutcomeFitsTheContract() throws IOException {
        var schema = schema("delivery.outcome.v1");
        for (var outcome : DeliveryReceipt.Outcome.values()) {
            var id = UUID.randomUUID();
            var event = new DeliveryOutcome(id, id, id, Channel.EMAIL, outcome, "why", "<a@b>", NOW);
            assertThat(schema.validate(JSON.valueToTree(event))).isEmpty();
        }
    }

    @Test
    void whatTheOthersReadIsInTheContract() throws IOException {
        var examples = new ArrayList<Path>();
        for (var sibling : List.of("customer-profile-service", "ticket-service")) {
            var folder = Path.of(
                    System.getProperty("carryon.root"),
                    sibling,
                    "src/test/resources/contracts/consumed/channel-gateway");
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".json")).forEach(examples::add);
                }
            }
        }
        assertThat(examples).as("examples of what the siblings read").isNotEmpty();
        for (var example : examples) {
            var name = example.getFileName().toString().replaceAll("(\\.v\\d+).*", "$1");
            assertReads(JSON.readTree(schemaFile(name).toFile()), JSON.readTree(example.toFile()), example.toString());
        }
    }

    private static void assertReads(JsonNode schema, JsonNode example, String where) {
        for (var field : example.properties()) {
            var declared = schema.at("/properties/" + field.getKey());
            assertThat(declared.isMissingNode())
                    .as("%s reads %s", where, field.getKey())
                    .isFalse();
            if (field.getValue().isObject() && declared.has("properties")) {
                assertReads(declared, field.getValue(), where + "/" + field.getKey());
            } else if (field.getValue().isArray() && declared.at("/items").has("properties")) {
                field.getValue()
                        .forEach(item -> assertReads(declared.get("items"), item, where + "/" + field.getKey()));
            }
        }
    }

    private static Contact mail() {
        var id = ContactId.derive("em", "support", "a@b");
        return Contact.draft(Channel.EMAIL, "support@carryon.test")
                .first(id)
                .at(NOW, NOW)
                .from("Ann", Handle.claimed(Handle.Kind.MAILTO, "ann@example.org", "Ann@example.org"))
                .participants(List.of(new Contact.Participant("cc", null, "boss@example.org")))
                .subject("s\u0000ubject")
                .text("x".repeat(200_000))
                .visibleText("x")
                .html("<p>x</p>")
                .attachments(List.of(new Attachment(
                        id + "-1",
                        "a.pdf",
                        "application/pdf",
                        3,
                        "0".repeat(64),
                        Attachment.Disposition.INLINE,
                        "cid")))
                .thread(new Contact.Threading("a@b", List.of("c@d"), List.of("c@d"), id, List.of("1004273", "1004274")))
                .original(new Original("0".repeat(64), "message/rfc822", 3))
                .contact();
    }

    private static Contact call() {
        return Contact.draft(Channel.PHONE, "main")
                .first(ContactId.derive("ivr", "main", "1"))
                .at(NOW, NOW)
                .from(
                        null,
                        Handle.claimed(Handle.Kind.TEL, "+4930555010", "030 555010")
                                .inRegion("DE"))
                .phone(new Contact.PhoneCall("1", "+49305", List.of("root"), Map.of("a", "1"), "dtmf0", null))
                .contact();
    }

    private static Contact chat() {
        var session = UUID.randomUUID();
        return Contact.draft(Channel.CHAT, "site")
                .entry(session, UUID.randomUUID(), 1)
                .at(NOW, NOW)
                .from(null, Handle.verified(Handle.Kind.CHAT, session.toString(), null, "session"))
                .chat(new Contact.ChatSession(session, null))
                .contact();
    }

    private static Contact request() {
        return Contact.draft(Channel.PORTAL, "portal")
                .first(UUID.randomUUID())
                .at(NOW, NOW)
                .from("Ann", Handle.verified(Handle.Kind.ACCOUNT, "a-1", null, "oidc"))
                .portal(new Contact.PortalForm("R-1", Map.of("product", "router")))
                .contact();
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(schemaFile(name).toFile()));
    }

    private static Path schemaFile(String name) {
        return Path.of("src/main/resources/contracts", name + ".schema.json");
    }
}
