package io.carryon.profile.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The issue of a contact as published.
 *
 * @param contactNumber the how manieth contact about the issue this is, from 1
 * @param candidates at most 3, where the customer is to be asked
 * @param relatedIssueId issue the sender named without being one of its participants, or null
 * @param topic what the customer chose that the contact is about, else what is known of the issue; null if neither is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognizedIssue(
        UUID id,
        Decision decision,
        int contactNumber,
        List<Evidence> evidence,
        List<Candidate> candidates,
        UUID relatedIssueId,
        String topic) {

    /** One of which nobody has said what it is about. */
    public RecognizedIssue(
            UUID id,
            Decision decision,
            int contactNumber,
            List<Evidence> evidence,
            List<Candidate> candidates,
            UUID relatedIssueId) {
        this(id, decision, contactNumber, evidence, candidates, relatedIssueId, null);
    }

    /** The same, where nothing is known that is closer, with the issue of another that the contact names. */
    RecognizedIssue naming(UUID othersIssue) {
        return relatedIssueId != null || othersIssue.equals(id)
                ? this
                : new RecognizedIssue(id, decision, contactNumber, evidence, candidates, othersIssue, topic);
    }

    /** The same, about a topic. */
    RecognizedIssue about(String chosen) {
        return new RecognizedIssue(id, decision, contactNumber, evidence, candidates, relatedIssueId, chosen);
    }

    /** What was decided. */
    public enum Decision {
        /** The contact is about an issue we know. */
        LINK,
        /** It may be; the agent asks the customer. */
        ASK,
        /** It is about something else. */
        NEW
    }

    /**
     * An issue the customer may mean.
     *
     * @param probability how likely, from 0 to 1; null where it is named and not weighed
     * @param reasons what speaks for it most, in words, at most 3
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            UUID issueId,
            String subject,
            String ticketNumber,
            Instant lastContactAt,
            Double probability,
            List<String> reasons) {}
}
