package io.carryon.profile.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.line.Contacts;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** From what the gateway published to what we publish: reports of repeat contact group by it. */
@QuarkusTest
class TopicComponentTest extends RecognitionOnTheLine {

    private static final Path ROOT = Path.of(System.getProperty("carryon.root"));

    private final String number = "+4930" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    @Test
    void aCallsTopicIsWhereItsMenuEndedAndStaysWithItsIssue() throws IOException {
        var call = recognize(gateways("phone", "tel", number));

        assertThat(topic(call)).isEqualTo("billing");
        var example = read("customer-profile-service", "contact.recognized.v1.topic");
        assertThat(example.at("/issue/topic")).isEqualTo(call.at("/issue/topic"));
        var further = Contacts.call(UUID.randomUUID(), number);
        further.putObject("phone").put("callId", "c").putObject("collected");
        further.withArray("/phone/menuPath").add("root");
        Contacts.thread(further).set("repliedIssueId", call.at("/issue/id"));
        var linked = recognize(further);
        assertThat(decision(linked)).isEqualTo("LINK");
        assertThat(topic(linked)).isEqualTo("billing");
        var other = Contacts.call(UUID.randomUUID(), number).put("topic", "technical");
        Contacts.thread(other).set("repliedIssueId", call.at("/issue/id"));
        assertThat(topic(recognize(other))).isEqualTo("technical");
    }

    @Test
    void aRequestsTopicIsWhatTheCustomerChoseAndNothingIsSaidWhereNobodyChose() throws IOException {
        var account = "acct-" + UUID.randomUUID();

        assertThat(topic(recognize(gateways("portal-topic", "account", account))))
                .isEqualTo("billing");
        assertThat(recognize(gateways("portal", "account", "acct-" + UUID.randomUUID()))
                        .at("/issue/topic")
                        .isMissingNode())
                .isTrue();
    }

    private static String topic(JsonNode recognized) {
        return recognized.at("/issue/topic").asText();
    }

    /** What the gateway published once, of somebody else. */
    private static ObjectNode gateways(String example, String kind, String handle) throws IOException {
        var contact = UUID.randomUUID().toString();
        var event = read("channel-gateway", "contact.received.v1." + example)
                .put("contactId", contact)
                .put("entryId", contact);
        var handles = event.withArray("/sender/handles");
        handles.removeAll();
        handles.addObject().put("kind", kind).put("value", handle).put("verification", "claimed");
        return event;
    }

    private static ObjectNode read(String service, String example) throws IOException {
        var published = ROOT.resolve(service).resolve("src/test/resources/contracts/published");
        return (ObjectNode)
                new ObjectMapper().readTree(published.resolve(example + ".json").toFile());
    }
}
