package io.carryon.ticketing.calls;

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

class CallChangedContractTest {

    private static final String GATEWAY = "channel-gateway";
    private static final String EVENT = "call.changed";

    private static final Set<String> OPTIONAL = Set.of(
            "/caller",
            "/queue",
            "/agent",
            "/agent/id",
            "/agent/extension",
            "/agent/name",
            "/reason",
            "/until",
            "/to",
            "/cause",
            "/outcome",
            "/waitSec",
            "/talkSec",
            "/callback",
            "/callback/number",
            "/callback/notBefore",
            "/callback/notAfter");

    @Test
    void aChangeIsReadWhateverElseItCarries() {
        var example = ((ObjectNode) SiblingContracts.consumed(GATEWAY, EVENT)).put("something", "new");
        var event = new ReceivedEvent("id", "type", null, example.toString().getBytes(StandardCharsets.UTF_8));
        var json = new ObjectMapper().registerModule(new JavaTimeModule());

        var read = new EventReader(json).read(event, CallChanged.class);

        assertThat(read.isComplete()).isTrue();
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read.agent()).hasNoNullFieldsOrProperties();
        assertThat(read.wish()).hasNoNullFieldsOrProperties();
    }

    @Test
    void theProducerOffersWhatWeRead() {
        SiblingContracts.offer(GATEWAY, EVENT, OPTIONAL);
    }

    @Test
    void theChangesOurTestsTellKeepTheProducersContract() {
        var contact = UUID.randomUUID();
        SiblingContracts.accepts(GATEWAY, EVENT, CallFixtures.answered(contact, 1, "agent-1"));
        SiblingContracts.accepts(GATEWAY, EVENT, CallFixtures.ended(contact, 2, "abandoned-in-queue"));
        SiblingContracts.accepts(GATEWAY, EVENT, CallFixtures.callback(contact, 3, UUID.randomUUID(), "requested"));
    }
}
