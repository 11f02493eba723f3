package io.carryon.profile.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * Contacts that got an issue of their own when a merge was undone, as decided once.
 *
 * @param turn number of the change that moved them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovedContacts(long turn, List<Moved> contacts) {

    public MovedContacts {
        contacts = contacts == null ? List.of() : contacts;
    }

    /**
     * One contact.
     *
     * @param firstContactId the contact that opens the new issue; itself, or an earlier one that moves with it
     */
    public record Moved(UUID contactId, UUID fromIssueId, UUID toIssueId, UUID firstContactId) {}
}
