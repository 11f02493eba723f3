package io.carryon.profile.recognition.linking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A contact beside all earlier issues of its customer.
 *
 * @param answers the issue whose message it replies to, or null
 * @param answersStaff whether that message is of staff, and not one that the customer wrote
 * @param customerNumbers the customer's own account numbers, which tell no issue from another
 * @param customerPhones their phone numbers, E.164, which do not either
 */
public record Comparison(
        KnownContact contact,
        UUID answers,
        boolean answersStaff,
        List<KnownIssue> issues,
        Set<String> customerNumbers,
        Set<String> customerPhones,
        Terms terms) {

    /** A contact that answers none of staff's messages. */
    public Comparison(
            KnownContact contact,
            UUID answers,
            List<KnownIssue> issues,
            Set<String> customerNumbers,
            Set<String> customerPhones,
            Terms terms) {
        this(contact, answers, false, issues, customerNumbers, customerPhones, terms);
    }

    /** How much a stemmed word tells; unknown words tell most. */
    @FunctionalInterface
    public interface Terms {
        double weight(String term);
    }

    boolean answers(KnownIssue issue) {
        return issue.id().equals(answers);
    }

    Optional<KnownIssue> answered() {
        return issues.stream().filter(this::answers).findFirst();
    }

    Duration sinceResolved(KnownIssue issue) {
        return issue.isOpen() ? Duration.ZERO : Duration.between(issue.resolvedAt(), now());
    }

    Instant now() {
        return contact.at();
    }
}
