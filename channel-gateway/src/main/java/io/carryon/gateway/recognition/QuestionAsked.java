package io.carryon.gateway.recognition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.gateway.contact.Text;
import java.util.Optional;
import java.util.UUID;

/** What the gateway reads of {@code io.carryon.contact.recognized.v1} to put its question to the customer. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QuestionAsked(Received contact, Question question) {

    private static final int LONGEST = 1_000;
    private static final String ENGLISH = "en";

    /** Which contact it is about, and by which channel it came. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Received(UUID contactId, String channel) {}

    /**
     * What is asked; general is what may always be shown.
     *
     * @param disclosable whether the text may be shown to whoever made the contact
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Question(String language, String text, UUID issueId, boolean disclosable, String general) {

        /** The question as the customer of this contact may be asked it, cut to 1,000 characters; empty when not at all. */
        public Optional<RecognitionQuestion> forTheCustomerOf(UUID contactId) {
            var shown = disclosable ? text : general;
            return shown == null || shown.isBlank()
                    ? Optional.empty()
                    : Optional.of(new RecognitionQuestion(
                            contactId,
                            issueId,
                            language == null ? ENGLISH : Text.clean(Text.cut(language, 35)),
                            Text.clean(Text.cut(shown, LONGEST))));
        }
    }

    /** Empty for a mail too, whose sender has no place to answer at. */
    Optional<RecognitionQuestion> forTheCustomer() {
        return question == null || "email".equals(contact.channel())
                ? Optional.empty()
                : question.forTheCustomerOf(contact.contactId());
    }
}
