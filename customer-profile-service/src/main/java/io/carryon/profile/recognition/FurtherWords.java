package io.carryon.profile.recognition;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.problem.ProblemException;
import io.carryon.profile.recognition.answer.AnswerLink;
import io.carryon.profile.recognition.answer.LinkAnswer;
import io.carryon.profile.recognition.memory.Heard;
import io.carryon.profile.recognition.memory.MemoryStore;
import io.carryon.profile.recognition.question.Question;
import io.carryon.profile.recognition.reading.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * Reads what was said on a call, when its transcript comes, and what a visitor adds to the first thing in a chat, together
 * with what the contact told before: it may turn out to be about an earlier issue.
 *
 * <p>Only a contact that stands alone in an issue of its own, and about which nobody has said anything, is moved or asked
 * about. What was decided is kept first and the transcript remembered last, so that one that comes again after a stop is
 * gone through again, and one that was remembered changes nothing.
 */
@ApplicationScoped
public class FurtherWords {

    private static final Logger LOG = Logger.getLogger(FurtherWords.class);

    private final Documents documents;
    private final Shapes shapes;
    private final Background background;
    private final EarlierIssues earlier;
    private final ContactRecords records;
    private final IssueStore issues;
    private final MemoryStore memories;
    private final ContactQuestion question;
    private final AnswerLink answerLink;
    private final LinkingConfig config;
    private final IssueRecognition recognition = new IssueRecognition(ExplicitEvidence.inOrder());

    public FurtherWords(
            Documents documents,
            Shapes shapes,
            Background background,
            EarlierIssues earlier,
            ContactRecords records,
            IssueStore issues,
            MemoryStore memories,
            ContactQuestion question,
            AnswerLink answerLink,
            LinkingConfig config) {
        this.documents = documents;
        this.shapes = shapes;
        this.background = background;
        this.earlier = earlier;
        this.records = records;
        this.issues = issues;
        this.memories = memories;
        this.question = question;
        this.answerLink = answerLink;
        this.config = config;
    }

    /**
     * Whether a later message of a known contact is read for what it is about: a transcript, and in a chat what belongs to
     * the first turn, for who chats says hello first and then, message by message, what it is about.
     */
    boolean listenTo(ContactReceived contact, ContactRecord record) {
        return contact.isTranscript()
                || (contact.isChat()
                        && contact.receivedAt().isBefore(record.contact().at().plus(config.firstTurn())));
    }

    /**
     * Hears a transcript or a message, once.
     *
     * @return the contact's record as it stands since
     */
    ContactRecord hear(
            ContactReceived further,
            Reading said,
            List<ContactHandle> handles,
            Map<String, Document> read,
            ContactRecord record) {
        var before = background.inquire(further, record.customerId(), read);
        if (before.member().map(Customer::isErased).orElse(true)) {
            return record;
        }
        var memory = before.memories().get(record.customerId());
        var heard = Heard.of(further.receivedAt(), said);
        var remembered = memory.hearing(record.contactId(), heard);
        if (remembered.isEmpty() || memory.hasHeard(record.contactId(), further.entryId())) {
            return record;
        }
        var together = remembered.get().reading();
        var considered = isOpenToRecognition(record)
                ? decide(further, together, handles, before, record)
                : Considered.unlinked(together);
        var changes = new ArrayList<>(earlier.late(before.memories(), considered));
        changes.add(
                memories.hear(record.customerId(), record.contactId(), further.entryId(), heard, considered.vector()));
        documents.apply(changes);
        return records.find(record.contactId()).orElse(record);
    }

    /** Whether nobody has said anything about the contact, and its issue is its own and holds nothing else. */
    private boolean isOpenToRecognition(ContactRecord record) {
        var own = Issue.idOf(record.contactId());
        return (record.link() == null || record.link().isByRecognition())
                && record.contact().issueId().equals(own)
                && issues.find(own).filter(issue -> issue.contactCount() > 1).isEmpty();
    }

    private Considered decide(
            ContactReceived further,
            Reading together,
            List<ContactHandle> handles,
            Inquiry before,
            ContactRecord record) {
        var from = new Viewpoint(record.contactId(), record.contact().at(), true, null);
        var inquiry = earlier.consider(before, together, from);
        var found = recognition.recognize(inquiry);
        var own = Issue.idOf(record.contactId());
        switch (found.decision()) {
            case LINK -> {
                if (!found.id().equals(own) && !hasRejected(inquiry, own, found.id())) {
                    link(further, record, found.id());
                }
            }
            case ASK -> {
                if (record.link() == null) {
                    var isVerified = handles.stream()
                            .anyMatch(each ->
                                    each.verified() && each.handle().id().equals(record.handleId()));
                    ask(
                            record,
                            found,
                            question.about(further, isVerified, inquiry, found).orElse(null));
                }
            }
            case NEW -> {
                // What was found when the contact came stands.
            }
        }
        return inquiry.considered();
    }

    private static boolean hasRejected(Inquiry inquiry, UUID own, UUID issue) {
        return inquiry.customer().map(known -> known.hasRejected(own, issue)).orElse(false);
    }

    /** Dated back to the contact: whatever customer or staff have said about it is a later word. */
    private void link(ContactReceived further, ContactRecord record, UUID issue) {
        var act = UUID.nameUUIDFromBytes(("heard:" + further.entryId()).getBytes(StandardCharsets.UTF_8));
        try {
            answerLink.carryOut(LinkAnswer.heard(
                    act, record.contactId(), issue, record.contact().at()));
        } catch (ProblemException e) {
            LOG.infof("Further words of contact %s move nothing: %s", record.contactId(), e.type());
        }
    }

    private void ask(ContactRecord record, RecognizedIssue found, Question asked) {
        var topic = record.decided().get("issue") instanceof Map<?, ?> issue ? (String) issue.get("topic") : null;
        var change = Change.of(ContactRecords.documentId(record.contactId()))
                .set("decided.issue", shapes.fields(found.about(topic)));
        documents.apply(List.of(asked == null ? change : change.set("decided.question", shapes.fields(asked))));
    }
}
