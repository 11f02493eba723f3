package io.carryon.profile.recognition.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * What is asked to learn whether a contact continues an earlier one.
 *
 * @param language ISO 639-1, one of those there are sentences in
 * @param text at most 400 characters, for staff to say; for the customer to read only where it is disclosable
 * @param issueId the issue it is about; null where the question is general
 * @param disclosable whether the text may be shown to whoever made the contact: false where it tells of earlier
 *     contacts and the identity is only claimed
 * @param general the question that tells of no earlier contact, which may always be shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(String language, Kind kind, String text, UUID issueId, boolean disclosable, String general) {

    /** Whether it names what came before. */
    public enum Kind {
        /** It reminds of one earlier contact. */
        @JsonProperty("specific")
        SPECIFIC,
        /** It only says that there was one. */
        @JsonProperty("general")
        GENERAL
    }
}
