package io.carryon.profile.recognition.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said about a contact's issue.
 *
 * @param actId the same for an answer that comes again
 * @param issueId the issue it is or is not about; null for the one that was linked or asked about
 * @param name of staff, as their token names them; null for a customer
 */
public record LinkAnswer(
        UUID actId, UUID contactId, Verdict verdict, UUID issueId, boolean isByStaff, String name, Instant at) {

    /** What was said. */
    public enum Verdict {
        /** The contact is about the issue. */
        SAME,
        /** It is not. */
        OTHER,
        /** What was said before is taken back. */
        UNDONE
    }
}
