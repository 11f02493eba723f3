package io.carryon.profile.recognition.question;

import java.time.Instant;
import java.util.UUID;

/**
 * The earlier contact a question reminds of.
 *
 * @param channel how it was made; one that is not known is spoken of in general
 * @param subject as the customer wrote it, or null
 * @param reference a number the contact is known by, which is named in the subject's place; or null
 */
public record Reminder(UUID issueId, String channel, Instant at, String subject, Reference reference) {

    /**
     * A number that stands for one affair.
     *
     * @param kind order, invoice, booking, claim or transaction; of another kind it is not named
     */
    public record Reference(String kind, String number) {}
}
