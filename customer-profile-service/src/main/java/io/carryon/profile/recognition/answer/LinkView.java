package io.carryon.profile.recognition.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a contact stands to its issue now, as the interface shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactLink")
public record LinkView(
        UUID contactId,
        @Schema(description = "Where the contact is now.") UUID issueId,
        @Schema(description = "Where it was before.") UUID fromIssueId,
        ContactLink.State state,

        @Schema(description = "Issues the contact is not about, which are not offered again.")
        List<UUID> rejected,

        @Schema(
                description =
                        "What the customer answered last, also where staff answered since. It is same in the state"
                                + " ASKED or NEW where they were not told which issue was meant: staff find out.")
        ContactLink.Said customerSays,

        Instant at,

        @Schema(enumeration = {"staff", "customer", "recognition"})
        String by,

        @Schema(examples = "amy@carryon.test") String name) {

    static LinkView of(ContactRecord record) {
        var link = record.link();
        return new LinkView(
                record.contactId(),
                record.issueId(),
                link.fromIssueId(),
                link.state(),
                link.rejected(),
                link.customerSays(),
                Instant.ofEpochMilli(link.at()),
                link.by(),
                link.name());
    }
}
