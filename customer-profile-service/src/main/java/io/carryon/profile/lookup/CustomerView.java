package io.carryon.profile.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.OpenIssue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.identity.Tier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer as the interface shows them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Customer")
public record CustomerView(
        UUID id,

        @Schema(description = "Where the id asked for was merged into this customer: this customer's id.")
        UUID mergedInto,

        @Schema(examples = "Jana Novak") String name,

        @Schema(description = "Only in a lookup by handle: how far that handle is known to be theirs.")
        Match match,

        @Schema(description = "When the first contact was received.")
        Instant since,

        List<HandleView> handles,
        @Schema(examples = "7") long contactCount,

        @Schema(description = "Newest first, at most 5.") List<OpenIssue> openIssues,

        @Schema(description = "Newest first, at most 10; only of a single customer.")
        List<PastContact> recentContacts,

        @Schema(description = "Absent until a supervisor set it.")
        Tier tier,

        @Schema(description = "Absent until they said how they want to be served.")
        Preferences preferences,

        @Schema(description = "When they were erased: only counts, times and ids are left. Absent otherwise.")
        Instant erasedAt) {

    private static final int MOST_CONTACTS = 10;

    /** How far the handle asked for is known to be the customer's. */
    public enum Match {
        /** They have shown it to be theirs. */
        @JsonProperty("known")
        KNOWN,
        /** It was only ever claimed. */
        @JsonProperty("maybe")
        MAYBE
    }

    /** A handle of the customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CustomerHandle")
    public record HandleView(
            HandleKind kind,
            @Schema(examples = "+4930123456") String value,

            @Schema(enumeration = {"verified", "claimed"}) String verification,

            @Schema(examples = "dmarc") String method,
            Instant since) {

        static HandleView of(KnownHandle handle) {
            return new HandleView(
                    handle.kind(),
                    handle.value(),
                    handle.isVerified() ? "verified" : "claimed",
                    handle.method(),
                    handle.since());
        }
    }

    /** @param asked the id by which the customer was asked for */
    static CustomerView of(Customer customer, UUID asked) {
        return of(
                customer,
                asked.equals(customer.id()) ? null : customer.id(),
                null,
                customer.latestContacts().stream().limit(MOST_CONTACTS).toList());
    }

    static CustomerView found(Customer customer, boolean verified) {
        return of(customer, null, verified ? Match.KNOWN : Match.MAYBE, null);
    }

    private static CustomerView of(Customer customer, UUID mergedInto, Match match, List<PastContact> contacts) {
        return new CustomerView(
                customer.id(),
                mergedInto,
                customer.name(),
                match,
                customer.since(),
                customer.knownHandles().stream().map(HandleView::of).toList(),
                customer.contactCount(),
                customer.openIssues(),
                contacts,
                customer.tier(),
                customer.preferences(),
                customer.erasedAt());
    }
}
