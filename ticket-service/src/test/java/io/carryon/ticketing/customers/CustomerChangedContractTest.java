package io.carryon.ticketing.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.inbox.EventReader;
import io.carryon.ticketing.inbox.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerChangedContractTest {

    private static final String PROFILE = "customer-profile-service";
    private static final String EVENT = "customer.changed";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void aChangeIsReadWhateverElseItCarries() {
        var example = ((ObjectNode) SiblingContracts.consumed(PROFILE, EVENT)).put("something", "new");
        var event = new ReceivedEvent("id", "type", null, example.toString().getBytes(StandardCharsets.UTF_8));

        var read = new EventReader(json).read(event, CustomerChanged.class);

        assertThat(read.isComplete()).isTrue();
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read.setFree()).containsExactly(read.customerId());
        assertThat(read.moves("path")).hasSize(1);
    }

    @Test
    void theProducerOffersWhatWeRead() {
        SiblingContracts.offer(PROFILE, EVENT, Set.of("/contacts", "/part"));
    }

    @Test
    void theMergesOurTestsTellKeepTheProducersContract() {
        SiblingContracts.accepts(
                PROFILE, EVENT, json.valueToTree(CustomerFixtures.erased(UUID.randomUUID(), UUID.randomUUID())));
        SiblingContracts.accepts(
                PROFILE, EVENT, json.valueToTree(CustomerFixtures.merged(1, UUID.randomUUID(), UUID.randomUUID())));
    }
}
