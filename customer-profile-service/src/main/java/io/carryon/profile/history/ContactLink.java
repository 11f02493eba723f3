package io.carryon.profile.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * What customer or staff answered about a contact's issue, or recognition found where it heard more of the contact.
 *
 * <p>Stored as the greater of two: staff outrank the customer, who outranks recognition; the later outranks the
 * earlier. That is why rank, time and act come first.
 *
 * @param rank 1 when staff answered, 0 when the customer did, -1 when recognition found it
 * @param at milliseconds since 1970
 * @param actId the answer's own id
 * @param fromIssueId where the contact was when it was answered
 * @param issueId where it is since
 * @param rejected issues that the contact is not about
 * @param withdrawn issues that were rejected before and are no more
 * @param name who answered, as their token names them; null when it was the customer
 * @param customerSays what the customer answered last, also where staff have answered since; null when they did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactLink(
        int rank,
        long at,
        UUID actId,
        State state,
        UUID fromIssueId,
        UUID issueId,
        List<UUID> rejected,
        List<UUID> withdrawn,
        String name,
        Said customerSays) {

    /** Rank of staff's answers. */
    public static final int STAFF = 1;

    /** Rank of a customer's own answers. */
    public static final int CUSTOMER = 0;

    /** Rank of what recognition found where a text came later than its contact. */
    public static final int RECOGNITION = -1;

    /** How a contact stands to its issue. */
    public enum State {
        /** Recognition linked it. */
        LINKED,
        /** Recognition put it to be asked. */
        ASKED,
        /** Recognition took it for something new. */
        NEW,
        /** The customer said that it is about the issue. */
        CUSTOMER_CONFIRMED,
        /** Staff said so. */
        AGENT_CONFIRMED,
        /** One of them said that it is not about the issue that was linked or asked about. */
        REJECTED
    }

    /** A customer's answer, which may leave open which issue they mean. */
    public enum Said {
        /** It is about the same as before. */
        @JsonProperty("same")
        SAME,
        /** It is about something else. */
        @JsonProperty("other")
        OTHER
    }

    public ContactLink {
        rejected = rejected == null ? List.of() : rejected;
        withdrawn = withdrawn == null ? List.of() : withdrawn;
    }

    public boolean isByStaff() {
        return rank == STAFF;
    }

    /** Who it is by: staff, customer or recognition. */
    public String by() {
        return isByStaff() ? "staff" : isByRecognition() ? "recognition" : "customer";
    }

    public boolean isByRecognition() {
        return rank == RECOGNITION;
    }

    /** False where what was said was taken back. */
    public boolean isAnswered() {
        return isConfirmed() || state == State.REJECTED;
    }

    /** Whether it says that the contact is about its issue. */
    public boolean isConfirmed() {
        return state == State.CUSTOMER_CONFIRMED || state == State.AGENT_CONFIRMED;
    }
}
