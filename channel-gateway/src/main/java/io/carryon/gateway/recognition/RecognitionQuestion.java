package io.carryon.gateway.recognition;

import java.util.UUID;

/**
 * What the customer is asked about a contact: whether it is about the same as before.
 *
 * @param issueId the issue the question is about; null when it is about none in particular
 * @param language of the text, as ISO 639-1
 * @param text as the customer may see it: without history unless it is known to be them
 */
public record RecognitionQuestion(UUID contactId, UUID issueId, String language, String text) {}
