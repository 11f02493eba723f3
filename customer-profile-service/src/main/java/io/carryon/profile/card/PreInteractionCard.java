package io.carryon.profile.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.OpenIssue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.identity.Texts;
import io.carryon.profile.recognition.question.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an agent sees before picking up: what came before this contact, frozen when it arrived. It follows from the
 * events before it alone, so that replaying them gives the same card. At most {@value #MOST_BYTES} bytes of JSON: of a
 * long history, what is oldest is shortened or left out.
 *
 * @param frozenAt when the contact was received
 * @param contactCount contacts before this one
 * @param earlierOnIssue newest first, at most 10
 * @param recentContacts about whatever, newest first, at most 10
 * @param openIssues newest first, at most 5
 * @param collected what the customer tried and gave, this time first, at most 5: not to be asked again
 * @param question what to ask first, or null where nothing is to be asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreInteractionCard(
        Instant frozenAt,

        @Schema(description = "Contacts before this one.", examples = "7")
        long contactCount,

        @Schema(description = "Newest first, at most 10.") List<PastContact> earlierOnIssue,
        @Schema(description = "Newest first, at most 10.") List<PastContact> recentContacts,
        @Schema(description = "Newest first, at most 5.") List<OpenIssue> openIssues,
        IssueHistory issueHistory,
        Frontline frontline,
        Capability capability,
        CustomerValue value,
        Effort effort,
        Preferences preferences,

        @Schema(description = "What the customer tried and gave, this time first: not to be asked again.")
        List<Attempt> collected,

        Question question) {

    /** The longest card without its question. */
    static final int MOST_BYTES = 13_700;

    private static final int MOST_CONTACTS = 10;
    private static final int MOST_ATTEMPTS = 5;
    private static final int BYTES_OF_A_LIST = 2_400;
    private static final int ENVELOPE_BYTES = 300;
    private static final int SHORT_TEXT = 80;
    private static final int SHORT_NAME = 20;
    private static final int SHORT_VALUE = 30;
    private static final int FEW_TRIED = 2;
    private static final int FEW_GIVEN = 6;

    /** The card of a contact that is about {@code linked}, or about something new. */
    public static PreInteractionCard freeze(Arrival arrival, Optional<Customer> customer, Optional<Issue> linked) {
        var now = arrival.at();
        var experience = new Experience(arrival, linked);
        var history = IssueHistory.of(experience);
        var frontline = Frontline.of(customer, now);
        var capability = Capability.of(customer, now);
        var value = CustomerValue.of(customer, now);
        var effort = Effort.of(experience);
        var preferences =
                customer.map(Customer::preferences).orElse(Preferences.NONE).orLanguage(arrival.language());
        var space = new CardSpace(MOST_BYTES - ENVELOPE_BYTES);
        space.take(history, frontline, capability, value, effort, preferences);
        var open = space.fit(
                customer.map(Customer::openIssues).orElse(List.of()), BYTES_OF_A_LIST, PreInteractionCard::shorter);
        var collected = space.fit(
                experience.attempts().stream().limit(MOST_ATTEMPTS).toList(),
                BYTES_OF_A_LIST,
                PreInteractionCard::shorter);
        var onIssue = space.fit(
                experience.earlier().reversed().stream().limit(MOST_CONTACTS).toList(),
                space.free() / 2,
                PreInteractionCard::shorter);
        var recent = space.fit(
                customer.map(Customer::latestContacts).orElse(List.of()).stream()
                        .limit(MOST_CONTACTS)
                        .toList(),
                space.free(),
                PreInteractionCard::shorter);
        return new PreInteractionCard(
                now,
                customer.map(Customer::contactCount).orElse(0L),
                onIssue,
                recent,
                open,
                history,
                frontline,
                capability,
                value,
                effort,
                preferences,
                collected,
                null);
    }

    /** The card with what to ask first; null where nothing is to be asked. */
    public PreInteractionCard asking(Question asked) {
        return new PreInteractionCard(
                frozenAt,
                contactCount,
                earlierOnIssue,
                recentContacts,
                openIssues,
                issueHistory,
                frontline,
                capability,
                value,
                effort,
                preferences,
                collected,
                asked);
    }

    private static PastContact shorter(PastContact contact) {
        return new PastContact(
                contact.contactId(),
                contact.channel(),
                contact.at(),
                Texts.cut(contact.subject(), SHORT_TEXT),
                Texts.cut(contact.excerpt(), SHORT_TEXT),
                contact.issueId(),
                contact.ticketNumber());
    }

    private static OpenIssue shorter(OpenIssue issue) {
        return new OpenIssue(
                issue.issueId(),
                issue.ticketId(),
                issue.ticketNumber(),
                issue.status(),
                Texts.cut(issue.subject(), SHORT_TEXT));
    }

    /** Steps show where they went; what they typed is what must not be asked again. */
    private static Attempt shorter(Attempt attempt) {
        return new Attempt(
                attempt.contactId(),
                attempt.at(),
                attempt.channel(),
                null,
                attempt.trigger(),
                attempt.given().stream()
                        .limit(attempt.selfService() == null ? Attempt.MOST_GIVEN : FEW_GIVEN)
                        .map(given -> new Attempt.Given(
                                Texts.cut(given.name(), SHORT_NAME), Texts.cut(given.value(), SHORT_VALUE)))
                        .toList(),
                attempt.selfService() == null ? null : attempt.selfService().cut(FEW_TRIED, SHORT_VALUE));
    }
}
