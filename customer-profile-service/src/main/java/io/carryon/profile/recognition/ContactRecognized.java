package io.carryon.profile.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.card.PreInteractionCard;
import io.carryon.profile.recognition.question.Question;

/**
 * What is decided about a contact: published, and kept with the contact as it was published.
 *
 * @param question what to ask the customer, or null where it is certain or nothing came before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactRecognized(
        RecognizedCustomer customer, RecognizedIssue issue, PreInteractionCard card, Question question) {}
