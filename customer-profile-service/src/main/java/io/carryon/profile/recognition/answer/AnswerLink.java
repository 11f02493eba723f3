package io.carryon.profile.recognition.answer;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.MovedContactCounts;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what customer or staff say about a contact's issue: keeps it, moves the contact, and publishes it. A yes to what
 * was asked moves the contact to the candidate, a no to what was linked to an issue of its own; later messages of its
 * thread follow it. Staff outrank the customer, a later answer the earlier one.
 *
 * <p>The order makes it safe to stop anywhere: the answer on the contact's record first, which of several answers is
 * the one that stands; then the moves for the one that stands, made until no other came meanwhile; then the event.
 */
@ApplicationScoped
public class AnswerLink {

    /** Answers about one contact that may come while one is carried out. */
    private static final int MOST_AT_ONCE = 10;

    private final Documents documents;
    private final Shapes shapes;
    private final CustomerStore customers;
    private final LinkCheck check;
    private final LinkEffects effects;
    private final MovedContactCounts counts;
    private final LinkedPublisher publisher;

    public AnswerLink(
            Documents documents,
            Shapes shapes,
            CustomerStore customers,
            LinkCheck check,
            LinkEffects effects,
            MovedContactCounts counts,
            LinkedPublisher publisher) {
        this.documents = documents;
        this.shapes = shapes;
        this.customers = customers;
        this.check = check;
        this.effects = effects;
        this.counts = counts;
        this.publisher = publisher;
    }

    /**
     * The same answer again has no further effect, except that its event is published again.
     *
     * @return what stands now, which is another's answer where that outranks this one
     * @throws ProblemException 404, 409 or 422 when the answer cannot be applied; nothing was changed then
     */
    public LinkView carryOut(LinkAnswer answer) {
        var record = settle(answer.contactId());
        if (!isKept(record, answer)) {
            keep(check.decide(answer, record), record);
        }
        var settled = settle(answer.contactId());
        if (isKept(settled, answer)) {
            publisher.publish(survivor(settled), settled);
        }
        return LinkView.of(settled);
    }

    private void keep(ContactLink link, ContactRecord record) {
        // Where it may have been put is kept with it: whoever comes second has to clear up behind the first.
        documents.apply(List.of(Change.of(ContactRecords.documentId(record.contactId()))
                .max("link", shapes.fields(link))
                .set("placed." + link.issueId(), 1)));
    }

    /** The contact as the answer that stands puts it; also where that was left half done. */
    private ContactRecord settle(UUID contact) {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            var record = check.record(contact);
            if (record.hasSettled()) {
                return record;
            }
            documents.apply(effects.of(record));
            documents.apply(List.of(Change.of(ContactRecords.documentId(contact))
                    .set("settled", record.link().actId().toString())));
            if (record.placements().size() > 1) {
                counts.bound(record.placements());
            }
        }
        throw new IllegalStateException("answers about one contact keep coming");
    }

    private static boolean isKept(ContactRecord record, LinkAnswer answer) {
        return Optional.ofNullable(record.link())
                .map(ContactLink::actId)
                .filter(answer.actId()::equals)
                .isPresent();
    }

    private UUID survivor(ContactRecord record) {
        return customers.find(record.customerId()).map(Customer::id).orElse(record.customerId());
    }
}
