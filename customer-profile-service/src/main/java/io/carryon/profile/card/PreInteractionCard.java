package io.carryon.profile.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.OpenIssue;
import io.carryon.profile.identity.PastContact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an agent sees before picking up: what came before this contact, frozen when it was recognized.
 *
 * @param contactCount contacts before this one
 * @param earlierOnIssue newest first, at most 10
 * @param recentContacts about whatever, newest first, at most 10
 * @param openIssues newest first, at most 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreInteractionCard(
        Instant frozenAt,
        long contactCount,
        List<PastContact> earlierOnIssue,
        List<PastContact> recentContacts,
        List<OpenIssue> openIssues) {

    private static final int MOST_CONTACTS = 10;

    /** The card of a contact that is about {@code linked}, or about something new. */
    public static PreInteractionCard freeze(Instant now, Optional<Customer> customer, Optional<Issue> linked) {
        return new PreInteractionCard(
                now,
                customer.map(Customer::contactCount).orElse(0L),
                linked.map(Issue::latestContacts).orElse(List.of()).stream()
                        .limit(MOST_CONTACTS)
                        .toList(),
                customer.map(Customer::latestContacts).orElse(List.of()).stream()
                        .limit(MOST_CONTACTS)
                        .toList(),
                customer.map(Customer::openIssues).orElse(List.of()));
    }
}
