package io.carryon.ticketing.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we publish: old examples stay valid, and what the siblings read is there. Live events: ReplyComponentTest. */
class PublishedContractTest {

    private static final List<String> EVENTS = List.of("ticket.changed", "reply.requested");

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
        var siblings = List.of("channel-gateway", "customer-profile-service");
        for (var sibling : siblings) {
            assertThat(Contract.root().resolve(sibling)).isDirectory();
            var read = Contract.root().resolve(sibling).resolve("src/test/resources/contracts/consumed/ticket-service");
            for (var event : EVENTS) {
                examples(read, event)
                        .forEach(example -> Contract.named(event).offersEverythingIn(Contract.read(example)));
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
