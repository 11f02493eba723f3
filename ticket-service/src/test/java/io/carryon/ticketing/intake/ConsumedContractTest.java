package io.carryon.ticketing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.ticketing.contracts.SiblingContracts;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.conversation.EntryViews;
import io.carryon.ticketing.inbox.EventReader;
import io.carryon.ticketing.inbox.ReceivedEvent;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.line.RecognizedFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsumedContractTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** What {@link RecognizedContact} does without. */
    private static final Set<String> OPTIONAL_OF_A_CONTACT = Set.of(
            "/contact/sender/name",
            "/contact/sender/handles/*/raw",
            "/contact/subject",
            "/contact/visibleText",
            "/contact/participants/*/name",
            "/contact/forwardedBy",
            "/contact/forwardedBy/name",
            "/contact/forwardedBy/text",
            "/contact/attachments/*/name",
            "/contact/thread/messageId",
            "/contact/phone",
            "/contact/phone/trigger",
            "/contact/phone/queueHint",
            "/contact/chat",
            "/contact/portal",
            "/contact/portal/fields",
            "/contact/selfService",
            "/contact/selfService/solved",
            "/contact/replyUntil",
            "/contact/original",
            "/customer/name",
            "/customer/memberId",
            "/customer/mergedIds",
            "/issue/topic",
            "/question",
            "/customer/handles/*/raw");

    @Test
    void aRecognizedContactIsReadWhateverElseItCarriesAnywhere() {
        var example = SiblingContracts.consumed("customer-profile-service", "contact.recognized");
        addAField(example);

        var read = read(example, RecognizedContact.class);
        var said = new ContactEntries(JSON, Clock.systemUTC()).said(read, true);
        var view = new EntryViews(JSON).of(Entry.contact(UUID.randomUUID(), 1, said));

        assertThat(read.isComplete()).isTrue();
        assertThat(read.contact().thread().references()).isNotEmpty();
        assertThat(read.card()).isNotNull();
        assertThat(said.attachments()).doesNotContain("something");
        assertThat(view.attachments()).isNotEmpty();
        assertThat(view.selfService().searches().getFirst().q()).isEqualTo("reset password");
        assertThat(view.selfService().read().getFirst().title()).isEqualTo("Reset your password");
    }

    @Test
    void attachmentsThatAreNoneAreRefusedAtTheDoor() {
        var example = (ObjectNode) SiblingContracts.consumed("customer-profile-service", "contact.recognized");
        ((ObjectNode) example.get("contact")).put("attachments", "invoice.pdf");

        assertThatThrownBy(() -> read(example, RecognizedContact.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("/contact/attachments")
                .hasMessageNotContaining("invoice.pdf");
    }

    @Test
    void anOutcomeIsReadWhateverElseItCarries() {
        var example = SiblingContracts.consumed("channel-gateway", "delivery.outcome");
        addAField(example);

        assertThat(read(example, DeliveryOutcome.class).isComplete()).isTrue();
    }

    @Test
    void theProducersOfferWhatWeRead() {
        SiblingContracts.offer("customer-profile-service", "contact.recognized", OPTIONAL_OF_A_CONTACT);
        SiblingContracts.offer("channel-gateway", "delivery.outcome", Set.of("/reason"));
    }

    @Test
    void theContactsOurTestsPublishKeepTheProducersContract() {
        SiblingContracts.accepts("customer-profile-service", "contact.recognized", RecognizedFixtures.mail());
    }

    private static <T> T read(JsonNode data, Class<T> type) {
        var event = new ReceivedEvent("id", "type", null, data.toString().getBytes(StandardCharsets.UTF_8));
        return new EventReader(JSON).read(event, type);
    }

    private static void addAField(JsonNode node) {
        node.forEach(ConsumedContractTest::addAField);
        if (node instanceof ObjectNode object) {
            object.put("something", "new");
        }
    }
}
