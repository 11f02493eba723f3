package io.carryon.profile.recognition.linking;

import io.carryon.profile.recognition.reading.NamedNumber;
import io.carryon.profile.recognition.reading.NumberName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A contact beside all earlier issues of its customer.
 *
 * @param answers the issue whose message it replies to, or null
 * @param customerNumbers the customer's own account numbers, which tell no issue from another
 * @param customerPhones their phone numbers, E.164, which do not either
 */
public record Comparison(
        KnownContact contact,
        UUID answers,
        List<KnownIssue> issues,
        Set<String> customerNumbers,
        Set<String> customerPhones,
        Terms terms) {

    /** How much a stemmed word tells; unknown words tell most. */
    @FunctionalInterface
    public interface Terms {
        double weight(String term);
    }

    /** Numbers of the contact that belong to one issue. */
    List<NamedNumber> transactional(KnownContact of) {
        return of.reading().transactional().stream()
                .filter(this::isNotTheCustomers)
                .toList();
    }

    /** Cards and policies that a contact names; the customer's own number and phone say nothing. */
    List<NamedNumber> durable(KnownContact of) {
        return of.reading().durable().stream()
                .filter(number -> switch (number.name()) {
                    case CARD, POLICY -> isNotTheCustomers(number);
                    default -> false;
                })
                .toList();
    }

    boolean sharesTransactional(KnownIssue issue) {
        return shares(transactional(contact), issue.contacts().stream().flatMap(each -> transactional(each).stream()));
    }

    boolean namesTransactional(KnownIssue issue) {
        return issue.contacts().stream().anyMatch(each -> !transactional(each).isEmpty());
    }

    boolean sharesDurable(KnownIssue issue) {
        return durableOf(issue)
                .anyMatch(theirs -> durable(contact).stream()
                        .anyMatch(mine -> mine.name() == theirs.name() && mine.isSameAs(theirs)));
    }

    /** Whether both name a card, or both a policy, and never the same one. */
    boolean differsInDurable(KnownIssue issue) {
        return !sharesDurable(issue)
                && durableOf(issue)
                        .anyMatch(theirs -> durable(contact).stream().anyMatch(mine -> mine.name() == theirs.name()));
    }

    boolean namesDurable(KnownIssue issue) {
        return durableOf(issue).findAny().isPresent();
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

    private Stream<NamedNumber> durableOf(KnownIssue issue) {
        return issue.contacts().stream().flatMap(each -> durable(each).stream());
    }

    private boolean isNotTheCustomers(NamedNumber number) {
        return number.name() != NumberName.PHONE
                && customerNumbers.stream().noneMatch(own -> number.isSameAs(new NamedNumber(null, own, true)))
                && customerPhones.stream().noneMatch(number::isPhone);
    }

    private static boolean shares(List<NamedNumber> mine, Stream<NamedNumber> theirs) {
        return !mine.isEmpty() && theirs.anyMatch(their -> mine.stream().anyMatch(their::namesTheSameAs));
    }
}
