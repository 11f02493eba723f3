package io.carryon.profile.recognition;

import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.recognition.RecognizedIssue.Candidate;
import io.carryon.profile.recognition.RecognizedIssue.Decision;
import io.carryon.profile.recognition.question.Question;
import io.carryon.profile.recognition.question.QuestionConfig;
import io.carryon.profile.recognition.question.RecognitionQuestion;
import io.carryon.profile.recognition.question.Reminder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What to ask about a contact of which it is not certain whether it continues an earlier one. */
@ApplicationScoped
public class ContactQuestion {

    private final RecognitionQuestion question;

    public ContactQuestion(QuestionConfig config) {
        this.question = new RecognitionQuestion(config.language(), config.zone());
    }

    /** Empty where it is certain, or where the customer was never in touch before. */
    Optional<Question> about(ContactReceived contact, boolean isVerified, Inquiry inquiry, RecognizedIssue issue) {
        return question.ask(
                inquiry.customer()
                        .map(Customer::preferences)
                        .map(Preferences::language)
                        .or(() -> contact.tongue())
                        .or(() -> inquiry.customer().map(Customer::language))
                        .orElse(null),
                issue.decision() == Decision.LINK,
                issue.candidates().stream().findFirst().map(candidate -> reminder(candidate, inquiry)),
                inquiry.customer().map(known -> known.contactCount() > 0).orElse(false),
                // What was shown once is not shown now: a caller's number can be forged.
                isVerified,
                contact.receivedAt());
    }

    /** The customer remembers the last time they were in touch about it. */
    private static Reminder reminder(Candidate candidate, Inquiry inquiry) {
        var latest = Stream.concat(
                        inquiry.customer().map(Customer::latestContacts).stream()
                                .flatMap(List::stream),
                        Stream.ofNullable(inquiry.issues().get(candidate.issueId()))
                                .map(Issue::latestContacts)
                                .flatMap(List::stream))
                .filter(contact -> candidate.issueId().equals(contact.issueId()))
                .findFirst();
        var subject = Optional.ofNullable(candidate.subject()).or(() -> latest.map(PastContact::subject));
        return new Reminder(
                candidate.issueId(),
                latest.map(PastContact::channel).orElse(null),
                latest.map(PastContact::at).orElse(candidate.lastContactAt()),
                subject.orElse(null),
                subject.isPresent() ? null : reference(candidate, inquiry));
    }

    /** The order or invoice that the issue is known by, or null. */
    private static Reminder.Reference reference(Candidate candidate, Inquiry inquiry) {
        return inquiry.linking().stream()
                .flatMap(linking -> linking.candidates().stream())
                .filter(each -> each.issue().id().equals(candidate.issueId()))
                .flatMap(each -> each.issue().contacts().stream())
                .flatMap(contact -> contact.reading().transactional().stream())
                .filter(number -> number.name() != null && !number.spoken())
                .findFirst()
                .map(number -> new Reminder.Reference(number.name().name().toLowerCase(Locale.ROOT), number.value()))
                .orElse(null);
    }
}
