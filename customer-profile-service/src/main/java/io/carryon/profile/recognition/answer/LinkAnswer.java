package io.carryon.profile.recognition.answer;

import io.carryon.profile.history.ContactLink;
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

    /** What recognition found in a text that came later than its contact: that it is about the issue. */
    public static LinkAnswer heard(UUID actId, UUID contactId, UUID issueId, Instant contactAt) {
        return new LinkAnswer(actId, contactId, Verdict.HEARD, issueId, false, null, contactAt);
    }

    /** Whose word it is, as in {@link ContactLink#rank()}. */
    int rank() {
        return verdict == Verdict.HEARD
                ? ContactLink.RECOGNITION
                : isByStaff ? ContactLink.STAFF : ContactLink.CUSTOMER;
    }

    /** What was said. */
    public enum Verdict {
        /** The contact is about the issue. */
        SAME,
        /** It is not. */
        OTHER,
        /** What was said before is taken back. */
        UNDONE,
        /** Nobody said it: a text that came later tells that the contact is about the issue. */
        HEARD
    }
}
