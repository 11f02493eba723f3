package io.carryon.profile.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.identity.PastContact;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What was decided about a contact, word for word, so that the same contact delivered again is published the same, and
 * what was said about it since.
 *
 * @param entryId the message that opened the contact
 * @param handleId the handle that decided the customer; null once they are erased
 * @param contact with the issue it was recognized to be about
 * @param decided customer, issue, card and question as published in {@code contact.recognized.v1}
 * @param reference document of the contact's own message id, which points to its issue; null when it has none
 * @param thread document of its thread, where it is the first of its sender's that came to us, and the thread's own first
 *     message did not; else null
 * @param movedTo the issue it was moved to last, or null when it is where it was recognized to be
 * @param link the answer that stands, or null when nobody said anything
 * @param placed issues that answers may have put it at, by id
 * @param settled the answer that the contact was moved for last
 * @param counted what issues that it came to or left long ago hold of it in their counts alone: 1, 0 or -1, by id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactRecord(
        UUID contactId,
        UUID entryId,
        UUID customerId,
        String handleId,
        PastContact contact,
        Map<String, Object> decided,
        String reference,
        String thread,
        UUID movedTo,
        ContactLink link,
        Map<String, Integer> placed,
        UUID settled,
        Map<String, Integer> counted) {

    /** One about which nobody has said anything. */
    public ContactRecord(
            UUID contactId,
            UUID entryId,
            UUID customerId,
            String handleId,
            PastContact contact,
            Map<String, Object> decided,
            String reference,
            String thread) {
        this(
                contactId,
                entryId,
                customerId,
                handleId,
                contact,
                decided,
                reference,
                thread,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether its customer was erased: it has no handle, no text, and nothing more comes of it. */
    public boolean isErased() {
        return handleId == null;
    }

    /** The issue it is about now. */
    public UUID issueId() {
        return movedTo == null ? contact.issueId() : movedTo;
    }

    /** What the issue holds of it in its counts alone, see {@link MovedContactCounts}. */
    int counted(UUID issue) {
        return counted == null ? 0 : counted.getOrDefault(issue.toString(), 0);
    }

    /** Whether it left the issue it came about so long ago that the issue only counts it. */
    public boolean leftLongAgo() {
        return counted(contact.issueId()) < 0;
    }

    /** What recognition made of it: LINKED, ASKED or NEW. */
    public State recognizedState() {
        var decision = decided.get("issue") instanceof Map<?, ?> issue ? issue.get("decision") : null;
        return switch (Objects.toString(decision)) {
            case "LINK" -> State.LINKED;
            case "ASK" -> State.ASKED;
            default -> State.NEW;
        };
    }

    /** All issues that it is or was at, as far as answers put it there. */
    public Set<UUID> placements() {
        var all = new LinkedHashSet<UUID>();
        all.add(contact.issueId());
        all.add(issueId());
        if (placed != null) {
            placed.keySet().forEach(issue -> all.add(UUID.fromString(issue)));
        }
        return all;
    }

    /** Whether it is where the answer that stands puts it. */
    public boolean hasSettled() {
        return link == null || link.actId().equals(settled);
    }
}
