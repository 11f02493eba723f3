package io.carryon.profile.recognition.linking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Compares a contact with each of the customer's earlier issues. */
final class FactFinder {

    private static final double LEAD_OF_AN_ONLY_ISSUE = 0.3;

    private final LinkingPolicy policy;

    FactFinder(LinkingPolicy policy) {
        this.policy = policy;
    }

    /** How close a contact is to an issue. */
    private record Closeness(double meaning, double average, double words) {}

    /** The facts of each issue, in the order of the comparison's issues. */
    List<Facts> facts(Comparison comparison) {
        var issues = comparison.issues();
        var close = issues.stream().map(issue -> closeness(comparison, issue)).toList();
        var latestOpen = latestOpen(comparison);
        var facts = new ArrayList<Facts>();
        for (int i = 0; i < issues.size(); i++) {
            facts.add(facts(comparison, i, close, latestOpen));
        }
        return facts;
    }

    static KnownIssue latestOpen(Comparison comparison) {
        return comparison.issues().stream()
                .filter(KnownIssue::isOpen)
                .max(Comparator.comparing(KnownIssue::latestContactAt))
                .orElse(null);
    }

    private Facts facts(Comparison comparison, int at, List<Closeness> close, KnownIssue latestOpen) {
        var contact = comparison.contact();
        var issues = comparison.issues();
        var issue = issues.get(at);
        var names = !comparison.transactional(contact).isEmpty();
        var namesDurable = !comparison.durable(contact).isEmpty();
        var shares = comparison.sharesDurable(issue);
        var differs = comparison.differsInDurable(issue);
        var meaning = close.get(at).meaning();
        return new Facts(
                meaning,
                close.get(at).average(),
                lead(close, at, Closeness::meaning),
                close.get(at).words(),
                lead(close, at, Closeness::words),
                names && !comparison.namesTransactional(issue),
                !names && comparison.namesTransactional(issue),
                shares,
                differs,
                namesDurable && !shares && !differs,
                !namesDurable && comparison.namesDurable(issue),
                shares && issues.stream().anyMatch(comparison::differsInDurable),
                differs && issues.stream().anyMatch(comparison::sharesDurable),
                shares
                        && IntStream.range(0, issues.size())
                                .filter(other -> comparison.sharesDurable(issues.get(other)))
                                .allMatch(other -> close.get(other).meaning() <= meaning),
                comparison.answers(issue),
                comparison.answers() != null && !comparison.answers(issue),
                issue.isOpen(),
                issue.equals(latestOpen),
                Math.log1p(Math.max(
                        0,
                        Duration.between(issue.latestContactAt(), comparison.now())
                                        .toMillis()
                                / Signal.DAY)),
                comparison.sinceResolved(issue).compareTo(policy.sameIssueFor()) > 0,
                Math.log(issue.contacts().size()),
                Math.log(issues.size()),
                Math.log1p(contact.reading().terms().size()),
                "phone".equals(contact.channel()),
                !Objects.equals(
                        contact.reading().language(),
                        issue.contacts().getFirst().reading().language()));
    }

    private static Closeness closeness(Comparison comparison, KnownIssue issue) {
        var mine = comparison.contact();
        var meanings = issue.contacts().stream()
                .mapToDouble(
                        each -> mine.meaning().get().similarity(each.meaning().get()))
                .summaryStatistics();
        var words = issue.contacts().stream()
                .mapToDouble(
                        each -> shared(mine.reading().terms(), each.reading().terms(), comparison.terms()))
                .max()
                .orElse(0);
        return new Closeness(meanings.getMax(), meanings.getAverage(), words);
    }

    /** The cosine of two sets of words that are weighed by how much they tell. */
    private static double shared(Set<String> mine, Set<String> theirs, Comparison.Terms terms) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        var both = new HashSet<>(mine);
        both.retainAll(theirs);
        return squares(both, terms) / Math.sqrt(squares(mine, terms) * squares(theirs, terms));
    }

    private static double squares(Set<String> words, Comparison.Terms terms) {
        return words.stream()
                .mapToDouble(terms::weight)
                .map(weight -> weight * weight)
                .sum();
    }

    private static double lead(List<Closeness> close, int at, ToDoubleFunction<Closeness> by) {
        return close.size() == 1
                ? LEAD_OF_AN_ONLY_ISSUE
                : by.applyAsDouble(close.get(at))
                        - IntStream.range(0, close.size())
                                .filter(other -> other != at)
                                .mapToDouble(other -> by.applyAsDouble(close.get(other)))
                                .max()
                                .orElse(0);
    }
}
