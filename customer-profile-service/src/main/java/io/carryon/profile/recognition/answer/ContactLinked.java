package io.carryon.profile.recognition.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event {@code io.carryon.contact.linked.v1}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactLinked(
        UUID actId,
        UUID contactId,
        UUID customerId,
        UUID memberId,
        UUID fromIssueId,
        UUID toIssueId,
        ContactLink.State state,
        List<UUID> rejected,
        ContactLink.Said customerSays,
        Instant at,
        By by) {

    /**
     * Who answered.
     *
     * @param kind staff, customer, or recognition, which heard more of the contact
     * @param name of staff, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record By(String kind, String name) {}

    static ContactLinked of(UUID survivor, ContactRecord record) {
        var link = record.link();
        return new ContactLinked(
                link.actId(),
                record.contactId(),
                survivor,
                record.customerId(),
                link.fromIssueId(),
                link.issueId(),
                link.state(),
                link.rejected(),
                link.customerSays(),
                Instant.ofEpochMilli(link.at()),
                new By(link.by(), link.name()));
    }
}
