package io.carryon.ticketing.linking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.inbox.EventReader;
import io.carryon.ticketing.inbox.ReceivedEvent;
import io.carryon.ticketing.line.RecognizedFixtures;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactLinkedContractTest {

    private static final String PROFILE = "customer-profile-service";
    private static final String EVENT = "contact.linked";

    @Test
    void aLinkIsReadWhateverElseItCarries() {
        var example = ((ObjectNode) SiblingContracts.consumed(PROFILE, EVENT)).put("something", "new");
        var event = new ReceivedEvent("id", "type", null, example.toString().getBytes(StandardCharsets.UTF_8));
        var json = new ObjectMapper().registerModule(new JavaTimeModule());

        var read = new EventReader(json).read(event, ContactLinked.class);

        assertThat(read.isComplete()).isTrue();
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read.act("path").by().name()).isEqualTo("Ada");
    }

    @Test
    void theProducerOffersWhatWeRead() {
        SiblingContracts.offer(PROFILE, EVENT, Set.of("/by/name"));
    }

    @Test
    void theLinksOurTestsPublishKeepTheProducersContract() {
        SiblingContracts.accepts(
                PROFILE,
                EVENT,
                LinkedFixtures.linked(
                        RecognizedFixtures.mail(), UUID.randomUUID().toString(), "REJECTED"));
    }
}
