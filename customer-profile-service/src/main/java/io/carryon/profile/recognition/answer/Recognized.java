package io.carryon.profile.recognition.answer;

import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.Issue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What recognition decided about a contact, as far as an answer is about it.
 *
 * @param issueId the issue it gave the contact
 * @param state LINKED, ASKED or NEW
 * @param candidates issues it may be about, the likeliest first
 * @param isAskedInGeneral whether the customer was not told which issue they were asked about
 */
record Recognized(UUID contactId, UUID issueId, State state, List<UUID> candidates, boolean isAskedInGeneral) {

    static Recognized of(ContactRecord record) {
        var issue = part(record.decided(), "issue");
        return new Recognized(
                record.contactId(),
                record.contact().issueId(),
                record.recognizedState(),
                issue.get("candidates") instanceof Collection<?> asked ? issues(asked) : List.of(),
                !Boolean.TRUE.equals(part(record.decided(), "question").get("disclosable"))
                        || part(record.decided(), "question").get("issueId") == null);
    }

    /** The issue that an answer without a name is about; empty where nothing was linked or asked about. */
    Optional<UUID> asked() {
        return state == State.LINKED
                ? Optional.of(issueId)
                : candidates.stream().findFirst();
    }

    /** The only issue that a customer can mean who was not told which one it was; empty where there are several. */
    Optional<UUID> only() {
        return candidates.size() == 1 ? asked() : Optional.empty();
    }

    /** Whether a customer's answer without more leaves open which issue they mean. */
    boolean isUntold() {
        return isAskedInGeneral && state != State.LINKED;
    }

    /** The issue the contact has when it is about none of those before. */
    UUID own() {
        return Issue.idOf(contactId);
    }

    private static List<UUID> issues(Collection<?> candidates) {
        return candidates.stream()
                .map(each -> UUID.fromString((String) ((Map<?, ?>) each).get("issueId")))
                .toList();
    }

    private static Map<?, ?> part(Map<String, Object> decided, String name) {
        return decided.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }
}
