package io.carryon.ticketing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.line.RecognizedFixtures;
import org.junit.jupiter.api.Test;

class ConsumedContractTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aRecognizedContactIsReadWhateverElseItCarries() throws Exception {
        var example = (ObjectNode) SiblingContracts.consumed("customer-profile-service", "contact.recognized");
        example.put("something", "new");

        var read = JSON.treeToValue(example, RecognizedContact.class);

        assertThat(read.isComplete()).isTrue();
        assertThat(read.contact().thread().references()).isNotEmpty();
        assertThat(read.card()).isNotNull();
    }

    @Test
    void anOutcomeIsReadWhateverElseItCarries() throws Exception {
        var example = (ObjectNode) SiblingContracts.consumed("channel-gateway", "delivery.outcome");
        example.put("something", "new");

        assertThat(JSON.treeToValue(example, DeliveryOutcome.class).isComplete())
                .isTrue();
    }

    @Test
    void theProducersOfferWhatWeRead() {
        SiblingContracts.offer("customer-profile-service", "contact.recognized");
        SiblingContracts.offer("channel-gateway", "delivery.outcome");
    }

    @Test
    void theContactsOurTestsPublishKeepTheProducersContract() {
        SiblingContracts.accepts("customer-profile-service", "contact.recognized", RecognizedFixtures.mail());
    }
}
