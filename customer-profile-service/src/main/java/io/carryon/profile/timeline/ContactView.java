package io.carryon.profile.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.identity.PastContact;
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

        @Schema(description = "Customer, issue with its evidence, and card, as published in contact.recognized.v1.")
        Map<String, Object> recognized) {

    static ContactView of(ContactRecord record) {
        return new ContactView(record.contact(), record.customerId(), record.handleId(), record.decided());
    }
}
