package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** An earlier contact in a line: subject at most 200 characters, excerpt at most 300. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastContact(
        UUID contactId, String channel, Instant at, String subject, String excerpt, UUID issueId, String ticketNumber) {

    /** Longest subject kept of a contact. */
    public static final int LONGEST_SUBJECT = 200;

    /** Longest excerpt kept of a contact's text. */
    public static final int LONGEST_EXCERPT = 300;

    public PastContact withTicket(String number) {
        return new PastContact(contactId, channel, at, subject, excerpt, issueId, number);
    }

    public PastContact withIssue(UUID issue) {
        return new PastContact(contactId, channel, at, subject, excerpt, issue, ticketNumber);
    }
}
