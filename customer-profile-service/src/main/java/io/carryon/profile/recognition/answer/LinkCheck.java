package io.carryon.profile.recognition.answer;

import io.carryon.profile.history.AcrossLinks;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says no to answers that cannot be applied, before anything is changed. */
@ApplicationScoped
public class LinkCheck {

    private final ContactRecords records;
    private final CustomerStore customers;
    private final IssueStore issues;
    private final AcrossLinks across;
    private final Duration answerWithin;

    public LinkCheck(
            ContactRecords records, CustomerStore customers, IssueStore issues, AcrossLinks across, LinkConfig config) {
        this.records = records;
        this.across = across;
        this.customers = customers;
        this.issues = issues;
        this.answerWithin = config.answerWithin();
    }

    /** @throws ProblemException 404 when there is no such contact */
    ContactRecord record(UUID contact) {
        return records.find(contact)
                .orElseThrow(() -> ProblemException.notFound("There is no contact " + contact + "."));
    }

    /**
     * What the answer makes of the contact's link.
     *
     * @throws ProblemException 409 for a contact of long ago, an answer that another outranks, or one contact too many
     *     about issues of others; 422 for an issue that is not the customer's
     */
    ContactLink decide(LinkAnswer answer, ContactRecord record) {
        if (record.contact().at().plus(answerWithin).isBefore(answer.at())) {
            throw ProblemException.conflict(
                    "contact-too-old",
                    "The contact was more than " + answerWithin.toDays() + " days ago; its issue stays as it is.");
        }
        var standing = Optional.ofNullable(record.link());
        if (standing.map(ContactLink::isByStaff).orElse(false) && !answer.isByStaff()) {
            throw ProblemException.conflict(
                    "answered-by-staff", "Staff have said what the contact is about; only staff can change it.");
        }
        if (standing.isPresent() && answer.verdict() == LinkAnswer.Verdict.HEARD) {
            throw ProblemException.conflict("answered-since", "What the contact is about was settled before.");
        }
        if (standing.filter(link -> link.rank() == answer.rank())
                .map(link -> link.at() > answer.at().toEpochMilli())
                .orElse(false)) {
            throw ProblemException.conflict("answered-since", "A later answer about the contact stands.");
        }
        var recognized = Recognized.of(record);
        var link = new LinkRule(recognized, standing, record.issueId()).after(answer);
        if (!link.issueId().equals(recognized.own())) {
            hasToBeTheirs(link.issueId(), record);
        }
        return link;
    }

    /** What an issue of another's is called must not be learnt from the answer, so an unknown one is answered alike. */
    private void hasToBeTheirs(UUID issue, ContactRecord record) {
        var theirs = customers.find(record.customerId()).map(Customer::members).orElse(List.of(record.customerId()));
        var owner = issues.find(issue).map(Issue::customerId).filter(theirs::contains);
        if (owner.isEmpty()) {
            throw ProblemException.of(
                    422,
                    "issue-of-another",
                    "The issue is not the customer's",
                    "Name an issue of the contact's own customer; " + issue + " is none.");
        }
        if (!owner.get().equals(record.customerId())) {
            hasToHaveRoomAcross(record);
        }
    }

    private void hasToHaveRoomAcross(ContactRecord record) {
        var contacts = across.of(List.of(record.customerId())).stream()
                .map(AcrossLinks.AcrossLink::contactId)
                .toList();
        if (contacts.size() >= Customer.MOST_ACROSS && !contacts.contains(record.contactId())) {
            throw ProblemException.conflict(
                    "too-many-linked-across",
                    "Already " + contacts.size() + " contacts of this customer are about issues of others they are"
                            + " merged with, which an undo would have to take apart. Name an issue of the customer's"
                            + " own, say of others of these contacts that they are not about the same, or undo the"
                            + " merge.");
        }
    }
}
