package io.carryon.profile.recognition.linking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

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
    List<Facts> facts(Comparison comparison, NamedNumbers numbers) {
        var words = new TellingWords(comparison.contact().reading().terms(), comparison.terms());
        var close = comparison.issues().stream()
                .map(issue -> closeness(comparison.contact(), words, issue))
                .toList();
        var latestOpen = latestOpen(comparison);
        var facts = new ArrayList<Facts>();
        for (int i = 0; i < close.size(); i++) {
            facts.add(facts(comparison, numbers, i, close, latestOpen));
        }
        return facts;
    }

    static KnownIssue latestOpen(Comparison comparison) {
        return comparison.issues().stream()
                .filter(KnownIssue::isOpen)
                .max(Comparator.comparing(KnownIssue::latestContactAt))
                .orElse(null);
    }

    private Facts facts(
            Comparison comparison, NamedNumbers numbers, int at, List<Closeness> close, KnownIssue latestOpen) {
        var contact = comparison.contact();
        var issue = comparison.issues().get(at);
        var beside = numbers.beside(at);
        var shares = beside.sharesDurable();
        var differs = beside.differsInDurable();
        return new Facts(
                close.get(at).meaning(),
                close.get(at).average(),
                lead(close, at, Closeness::meaning),
                close.get(at).words(),
                lead(close, at, Closeness::words),
                numbers.hasTransactional() && !beside.namesTransactional(),
                !numbers.hasTransactional() && beside.namesTransactional(),
                shares,
                differs,
                numbers.hasDurable() && !shares && !differs,
                !numbers.hasDurable() && beside.namesDurable(),
                shares && numbers.isAnyDurableOther(),
                differs && numbers.isAnyDurableShared(),
                shares && isClosestOfSharing(numbers, close, at),
                comparison.answers(issue),
                comparison.answers() != null && !comparison.answers(issue),
                issue.isOpen(),
                latestOpen != null && issue.id().equals(latestOpen.id()),
                Math.log1p(Math.max(
                        0,
                        Duration.between(issue.latestContactAt(), comparison.now())
                                        .toMillis()
                                / Signal.DAY)),
                comparison.sinceResolved(issue).compareTo(policy.sameIssueFor()) > 0,
                Math.log(issue.contacts().size()),
                Math.log(comparison.issues().size()),
                Math.log1p(contact.reading().terms().size()),
                "phone".equals(contact.channel()),
                !Objects.equals(
                        contact.reading().language(),
                        issue.contacts().getFirst().reading().language()));
    }

    private static boolean isClosestOfSharing(NamedNumbers numbers, List<Closeness> close, int at) {
        for (int other = 0; other < close.size(); other++) {
            if (numbers.beside(other).sharesDurable()
                    && close.get(other).meaning() > close.get(at).meaning()) {
                return false;
            }
        }
        return true;
    }

    private static Closeness closeness(KnownContact mine, TellingWords words, KnownIssue issue) {
        var meanings = new DoubleSummaryStatistics();
        var shared = 0d;
        for (var each : issue.contacts()) {
            meanings.accept(mine.meaning().get().similarity(each.meaning().get()));
            shared = Math.max(shared, words.sharedWith(each.reading().terms()));
        }
        return new Closeness(meanings.getMax(), meanings.getAverage(), shared);
    }

    private static double lead(List<Closeness> close, int at, ToDoubleFunction<Closeness> by) {
        if (close.size() == 1) {
            return LEAD_OF_AN_ONLY_ISSUE;
        }
        var best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < close.size(); other++) {
            best = other == at ? best : Math.max(best, by.applyAsDouble(close.get(other)));
        }
        return by.applyAsDouble(close.get(at)) - best;
    }
}
