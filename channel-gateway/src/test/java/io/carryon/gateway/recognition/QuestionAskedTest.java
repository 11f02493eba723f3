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

    private RecognitionQuestion read(ObjectNode event) throws IOException {
        return json.treeToValue(event, QuestionAsked.class).forTheCustomer().orElseThrow();
    }

    private ObjectNode example() throws IOException {
        var name = "/contracts/consumed/customer-profile-service/contact.recognized.v1.json";
        try (var file = getClass().getResourceAsStream(name)) {
            return (ObjectNode) json.readTree(file);
        }
    }
}
