package io.carryon.gateway.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionAskedTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theExampleIsReadAndFieldsNobodyKnowsAreIgnored() throws IOException {
        var question = read(example().put("colour", "unknown to us"));

        assertThat(question.text()).startsWith("I see you called");
        assertThat(question.language()).isEqualTo("en");
        assertThat(question.issueId()).isNotNull();
        assertThat(ContactRecognizedConsumer.hasQuestion(json.writeValueAsBytes(example())))
                .isTrue();
    }

    @Test
    void whoOnlyClaimsToBeTheCustomerIsToldNothingOfWhatCameBefore() throws IOException {
        var event = example();
        ((ObjectNode) event.get("question")).put("disclosable", false);

        assertThat(read(event).text()).startsWith("You have been in touch").doesNotContain("charge");
    }

    @Test
    void whoWritesAMailHasNoPlaceToAnswerAt() throws IOException {
        var event = example();
        ((ObjectNode) event.get("contact")).put("channel", "email");

        assertThat(json.treeToValue(event, QuestionAsked.class).forTheCustomer())
                .isEmpty();
    }

    @Test
    void aCustomersOwnWordsAreNotTakenForAQuestion() throws IOException {
        var said = json.writeValueAsBytes(Map.of("text", "my \"disclosable\": is this"));

        assertThat(ContactRecognizedConsumer.hasQuestion(said)).isFalse();
        assertThat(ContactRecognizedConsumer.hasQuestion("\"disclosab".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(ContactRecognizedConsumer.hasQuestion(null)).isFalse();
    }

    @Test
    void staffsWordSettlesTheQuestionTheCustomersOwnDoesNot() throws IOException {
        var linked = example("contact.linked.v1.json").put("colour", "unknown to us");
        var staffs = json.treeToValue(linked, ContactLinked.class);
        ((ObjectNode) linked.get("by")).put("kind", "customer");

        assertThat(staffs.isStaffs()).isTrue();
        assertThat(staffs.isSettled()).isTrue();
        assertThat(json.treeToValue(linked, ContactLinked.class).isStaffs()).isFalse();
        assertThat(json.treeToValue(linked.put("state", "ASKED"), ContactLinked.class)
                        .isSettled())
                .isFalse();
    }

    private RecognitionQuestion read(ObjectNode event) throws IOException {
        return json.treeToValue(event, QuestionAsked.class).forTheCustomer().orElseThrow();
    }

    private ObjectNode example() throws IOException {
        return example("contact.recognized.v1.json");
    }

    private ObjectNode example(String event) throws IOException {
        try (var file = getClass().getResourceAsStream("/contracts/consumed/customer-profile-service/" + event)) {
            return (ObjectNode) json.readTree(file);
        }
    }
}
