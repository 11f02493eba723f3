package io.carryon.ticketing.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What we publish: old examples stay valid, and what the siblings read is there. Live events: ReplyComponentTest. */
class PublishedContractTest {

    private static final List<String> EVENTS =
            List.of("ticket.changed", "reply.requested", "agents.availability", "chat.activity");

    /** Who reads each event; every one of them commits an example of what it reads. */
    private static final Map<String, List<String>> READERS = Map.of(
            "ticket.changed", List.of("channel-gateway", "customer-profile-service"),
            "reply.requested", List.of("channel-gateway"),
            "agents.availability", List.of("channel-gateway"),
            "chat.activity", List.of("channel-gateway"));

    /** What readers do without when it is absent or null. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "ticket.changed",
                    Set.of(
                            "/contactId",
                            "/owner",
                            "/ownerName",
                            "/formerIssueId",
                            "/otherTicketId",
                            "/outlook",
                            "/reply",
                            "/reply/author",
                            "/promise",
                            "/rating",
                            "/offer",
                            "/offer/targets/*/extension",
                            "/offer/targets/*/sipUri",
                            "/offer/estimatedWaitSec",
                            "/callback",
                            "/callback/since"),
            "reply.requested",
                    Set.of(
                            "/to/name",
                            "/thread/inReplyTo",
                            "/attachments",
                            "/cc",
                            "/cc/*/name",
                            "/frame",
                            "/frame/opening",
                            "/frame/closing"),
            "agents.availability", Set.of(),
            "chat.activity", Set.of("/name"));

    @Test
    void everyGoldenExampleIsStillValid() throws IOException {
        for (var event : EVENTS) {
            var goldens =
                    examples(Contract.root().resolve("ticket-service/src/test/resources/contracts/published"), event);
            assertThat(goldens).as(event).isNotEmpty();
            goldens.forEach(golden -> Contract.named(event).accepts(Contract.read(golden)));
        }
    }

    @Test
    void everythingASiblingReadsIsInTheSchema() throws IOException {
        for (var event : EVENTS) {
            for (var sibling : READERS.get(event)) {
                var folder = Contract.root()
                        .resolve(sibling)
                        .resolve("src/test/resources/contracts/consumed/ticket-service");
                var read = examples(folder, event);
                assertThat(read).as("what %s reads of %s", sibling, event).isNotEmpty();
                read.forEach(example ->
                        Contract.named(event).offersEverythingIn(Contract.read(example), OPTIONAL.get(event)));
            }
        }
    }

    private static List<Path> examples(Path folder, String event) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(event + ".")
                            && file.getFileName().toString().contains("v1"))
                    .toList();
        }
    }
}
