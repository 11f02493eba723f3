package io.carryon.ticketing.acts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.inbox.EventReader;
import io.carryon.ticketing.inbox.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerActedContractTest {

    private static final String GATEWAY = "channel-gateway";
    private static final String EVENT = "customer.acted";
    private static final Set<String> OPTIONAL = Set.of("/reason", "/rating", "/rating/comment");

    @Test
    void anActIsReadWhateverElseItCarries() {
        var example = ((ObjectNode) SiblingContracts.consumed(GATEWAY, EVENT)).put("something", "new");
        var event = new ReceivedEvent("id", "type", null, example.toString().getBytes(StandardCharsets.UTF_8));
        var json = new ObjectMapper().registerModule(new JavaTimeModule());

        var read = new EventReader(json).read(event, CustomerActed.class);

        assertThat(read.isComplete()).isTrue();
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read.rating()).hasNoNullFieldsOrProperties();
    }

    @Test
    void theProducerOffersWhatWeRead() {
        SiblingContracts.offer(GATEWAY, EVENT, OPTIONAL);
    }

    @Test
    void theActsOurTestsTellKeepTheProducersContract() {
        var contact = UUID.randomUUID();
        SiblingContracts.accepts(GATEWAY, EVENT, ActFixtures.handoff(contact, "why"));
        SiblingContracts.accepts(GATEWAY, EVENT, ActFixtures.closed(contact));
        SiblingContracts.accepts(GATEWAY, EVENT, ActFixtures.rated(contact, 5, "Quick."));
    }
}
