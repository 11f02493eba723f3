package io.carryon.profile.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.ContactLink.Said;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.identity.PastContact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact's record as the interface shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contact")
public record ContactView(
        PastContact contact,
        UUID customerId,

        @Schema(description = "The handle that decided the customer.", examples = "mailto:jana@example.com")
        String decidedBy,

        @Schema(
                description = "Customer, issue with its evidence and candidates, card and question, as published in"
                        + " contact.recognized.v1.")
        Map<String, Object> recognized,

        @Schema(description = "How the contact stands to its issue now.")
        Link link) {

    /** What recognition made of a contact, or what customer or staff said about it since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContactLinkState")
    public record Link(
            State state,

            @Schema(description = "Where the contact is now.")
            UUID issueId,

            @Schema(description = "Issues it is not about, which are not offered again.")
            List<UUID> rejected,

            @Schema(
                    description =
                            "What the customer answered last, also where staff answered since. It is same in the state"
                                    + " ASKED or NEW where they were not told which issue was meant: staff find out.")
            Said customerSays,

            @Schema(description = "When it was said.") Instant at,

            @Schema(
                    description = "Who said it, or that recognition found it in a text that came later.",
                    enumeration = {"staff", "customer", "recognition"})
            String by,

            @Schema(examples = "amy@carryon.test") String name) {

        static Link of(ContactRecord record) {
            var said = record.link();
            return said == null
                    ? new Link(record.recognizedState(), record.issueId(), List.of(), null, null, null, null)
                    : new Link(
                            said.state(),
                            record.issueId(),
                            said.rejected(),
                            said.customerSays(),
                            Instant.ofEpochMilli(said.at()),
                            said.by(),
                            said.name());
        }
    }

    static ContactView of(ContactRecord record) {
        return new ContactView(
                record.contact(), record.customerId(), record.handleId(), record.decided(), Link.of(record));
    }
}
