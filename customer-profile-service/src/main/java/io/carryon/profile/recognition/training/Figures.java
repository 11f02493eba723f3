package io.carryon.profile.recognition.training;

import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.Linking.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How well a model links.
 *
 * @param links issues that go on
 * @param linked contacts put to an issue, linked or asked about
 * @param right of those, put to the right one
 * @param newIssues contacts about something new
 * @param keptNew of those, taken as new
 * @param automatic contacts that were linked without asking
 * @param automaticRight of those, to the right issue
 * @param all contacts
 */
record Figures(
        int links, int linked, int right, int newIssues, int keptNew, int automatic, int automaticRight, int all) {

    static Figures none() {
        return new Figures(0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Figures of(IssueLinker linker, List<Example> examples) {
        return examples.stream().map(example -> of(linker, example)).reduce(none(), Figures::plus);
    }

    private static Figures of(IssueLinker linker, Example example) {
        var linking = linker.link(example.comparison());
        var first = linking.candidates().stream()
                .findFirst()
                .map(scored -> scored.issue().id())
                .orElse(null);
        var isNew = example.issueId() == null;
        var right = Objects.equals(first, example.issueId());
        var automatic = linking.decision() == Decision.LINK;
        return new Figures(
                isNew ? 0 : 1,
                first == null ? 0 : 1,
                first != null && right ? 1 : 0,
                isNew ? 1 : 0,
                isNew && right ? 1 : 0,
                automatic ? 1 : 0,
                automatic && right ? 1 : 0,
                1);
    }

    Figures plus(Figures other) {
        return new Figures(
                links + other.links,
                linked + other.linked,
                right + other.right,
                newIssues + other.newIssues,
                keptNew + other.keptNew,
                automatic + other.automatic,
                automaticRight + other.automaticRight,
                all + other.all);
    }

    double f1() {
        return 2.0 * right / (linked + links);
    }

    double wrongLinks() {
        return (double) (linked - right) / all;
    }

    double accuracyOnNew() {
        return (double) keptNew / newIssues;
    }

    double automaticRecall() {
        return (double) automaticRight / links;
    }

    double automaticPrecision() {
        return (double) automaticRight / automatic;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "F1 %.3f  wrong links %.3f  new %.3f  automatic: recall %.3f precision %.3f",
                f1(),
                wrongLinks(),
                accuracyOnNew(),
                automaticRecall(),
                automaticPrecision());
    }
}
