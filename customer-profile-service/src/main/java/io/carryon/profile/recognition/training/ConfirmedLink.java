package io.carryon.profile.recognition.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactLink.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What customer or staff said a contact is about, to be learnt from.
 *
 * @param state how it was said; LINKED, ASKED or NEW where it was taken back
 * @param issueId the issue the contact is about
 * @param recognizedIssueId the issue that recognition gave it
 * @param candidates issues that were asked about
 * @param at when it was said
 * @param by staff or customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmedLink(
        UUID contactId,
        State state,
        UUID issueId,
        UUID recognizedIssueId,
        List<UUID> candidates,
        List<UUID> rejected,
        Instant at,
        String by) {

    private static final String STAFF = "staff";

    static ConfirmedLink of(UUID contact, UUID recognized, ContactLink link, List<UUID> candidates) {
        return new ConfirmedLink(
                contact,
                link.state(),
                link.issueId(),
                recognized,
                candidates,
                link.rejected(),
                Instant.ofEpochMilli(link.at()),
                link.by());
    }

    @JsonIgnore
    boolean isByStaff() {
        return STAFF.equals(by);
    }

    /** False where it was taken back. */
    @JsonIgnore
    boolean isSaid() {
        return switch (state) {
            case CUSTOMER_CONFIRMED, AGENT_CONFIRMED, REJECTED -> true;
            case LINKED, ASKED, NEW -> false;
        };
    }
}
