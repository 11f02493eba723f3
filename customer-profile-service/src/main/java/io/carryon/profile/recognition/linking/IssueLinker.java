package io.carryon.profile.recognition.linking;

import io.carryon.profile.recognition.linking.Linking.Decision;
import io.carryon.profile.recognition.linking.Linking.Scored;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a contact is about one of the customer's earlier issues.
 *
 * <p>An ordered list of rules, each sure of what it says, and for all else the weighed signals. What a contact names
 * (an order, a thread, nothing but "any news?") is looked at first; its meaning is computed only when that decides
 * nothing.
 */
public final class IssueLinker {

    private static final double SURE = 0.99;
    private static final int MOST_CANDIDATES = 3;
    private static final double WORTH_ASKING = 0.2;
    private static final int SAYS_ENOUGH = 2;

    private final LinkModel model;
    private final Weights weights;
    private final LinkingPolicy policy;
    private final FactFinder facts;
    private final List<Rule> rules = List.of(this::sameReference, this::answer, this::followUp, this::wordless);

    public IssueLinker(LinkModel model, LinkingPolicy policy) {
        this.model = model;
        this.weights = new Weights(model);
        this.policy = policy;
        this.facts = new FactFinder(policy);
    }

    /** Decides, or leaves it to the next. */
    @FunctionalInterface
    private interface Rule {
        Optional<Linking> apply(Comparison comparison, NamedNumbers numbers);
    }

    /** An issue that nothing forbids, and how likely it is. */
    private record Weighed(KnownIssue issue, double probability, Facts facts) {}

    public Linking link(Comparison comparison) {
        var numbers = new NamedNumbers(comparison);
        for (var rule : rules) {
            var linking = rule.apply(comparison, numbers);
            if (linking.isPresent()) {
                return linking.get();
            }
        }
        return weighed(comparison, numbers);
    }

    /** How much a word tells, for comparisons that this linker is to judge. */
    public Comparison.Terms terms() {
        return model::term;
    }

    /** The same order, invoice or booking is the same issue, whatever the words. */
    private Optional<Linking> sameReference(Comparison comparison, NamedNumbers numbers) {
        return !numbers.hasTransactional()
                ? Optional.empty()
                : IntStream.range(0, comparison.issues().size())
                        .filter(at -> numbers.beside(at).sharesTransactional())
                        .mapToObj(comparison.issues()::get)
                        .max(Comparator.comparing(KnownIssue::isOpen).thenComparing(KnownIssue::latestContactAt))
                        .map(issue -> linked(issue, "reference", "names the same number"));
    }

    /**
     * Who answers staff on what is open goes on with it: what staff asked is not known here, so the answer's words cannot
     * tell. Only who asks about another order means another matter.
     */
    private Optional<Linking> answer(Comparison comparison, NamedNumbers numbers) {
        if (!comparison.answersStaff()) {
            return Optional.empty();
        }
        return IntStream.range(0, comparison.issues().size())
                .filter(at -> comparison.answers(comparison.issues().get(at)))
                .filter(at -> comparison.issues().get(at).isOpen())
                .filter(at -> !comparison.contact().reading().asks()
                        || !numbers.beside(at).differsInTransactional())
                .mapToObj(at -> linked(comparison.issues().get(at), "thread", "answers staff"))
                .findFirst();
    }

    /** A contact without content belongs to the open issue with the latest contact. */
    private Optional<Linking> followUp(Comparison comparison, NamedNumbers numbers) {
        if (!comparison.contact().reading().followUp()) {
            return Optional.empty();
        }
        return comparison
                .answered()
                .or(() -> Optional.ofNullable(FactFinder.latestOpen(comparison)))
                .map(issue -> linked(issue, "follow-up", "asks for news of what is open"));
    }

    /** A contact without words, such as a call from a menu: the customer is asked about what is open. */
    private Optional<Linking> wordless(Comparison comparison, NamedNumbers numbers) {
        if (!comparison.contact().reading().meaning().isBlank()) {
            return Optional.empty();
        }
        if (comparison.answered().isPresent()) {
            return comparison.answered().map(issue -> linked(issue, "thread", "answers a message about it"));
        }
        var open = IntStream.range(0, comparison.issues().size())
                .filter(at -> isPossible(comparison, numbers, at))
                .mapToObj(comparison.issues()::get)
                .filter(KnownIssue::isOpen)
                .filter(issue -> Duration.between(issue.latestContactAt(), comparison.now())
                                .compareTo(policy.sameIssueFor())
                        <= 0)
                .sorted(Comparator.comparing(KnownIssue::latestContactAt).reversed())
                .limit(MOST_CANDIDATES)
                .map(issue -> new Scored(issue, policy.askFrom(), List.of("the issue is open")))
                .toList();
        return Optional.of(new Linking(
                open.isEmpty() ? Decision.NEW : Decision.ASK,
                open,
                open.stream().findFirst(),
                open.isEmpty() ? "nothing-matched" : "open-issue"));
    }

    private static Linking linked(KnownIssue issue, String evidence, String reason) {
        var scored = new Scored(issue, SURE, List.of(reason));
        return new Linking(Decision.LINK, List.of(scored), Optional.of(scored), evidence);
    }

    private Linking weighed(Comparison comparison, NamedNumbers numbers) {
        var weighed = possible(comparison, numbers);
        if (weighed.isEmpty()) {
            return new Linking(Decision.NEW, List.of(), Optional.empty(), "nothing-matched");
        }
        var best = weighed.getFirst();
        var reply = weighed.stream()
                .filter(each -> comparison.answers(each.issue()))
                .filter(each -> staysInThread(comparison, each))
                .findFirst();
        if (reply.isPresent()) {
            return sure(reply.get(), "thread");
        }
        if (best.probability() >= policy.linkFrom()) {
            return sure(best, "same-matter");
        }
        return best.probability() >= policy.askFrom()
                ? new Linking(
                        Decision.ASK,
                        weighed.stream()
                                .filter(each -> each.probability() >= WORTH_ASKING)
                                .limit(MOST_CANDIDATES)
                                .map(this::scored)
                                .toList(),
                        Optional.of(scored(best)),
                        "perhaps-same-matter")
                : new Linking(
                        Decision.NEW,
                        List.of(),
                        Optional.of(scored(best)),
                        comparison.answers() == null ? "nothing-matched" : "other-matter-in-thread");
    }

    private Linking sure(Weighed weighed, String evidence) {
        var scored = scored(weighed);
        return new Linking(Decision.LINK, List.of(scored), Optional.of(scored), evidence);
    }

    private Scored scored(Weighed weighed) {
        return new Scored(weighed.issue(), weighed.probability(), weights.reasons(weighed.facts()));
    }

    /** A reply belongs to what it answers unless it asks for something itself, and that is plainly another matter. */
    private boolean staysInThread(Comparison comparison, Weighed answered) {
        var reading = comparison.contact().reading();
        return !reading.asks() || reading.terms().size() < SAYS_ENOUGH || answered.probability() >= policy.replyFrom();
    }

    /** Likeliest first. Where no issue is possible, nothing is compared: the meaning costs most of all. */
    private List<Weighed> possible(Comparison comparison, NamedNumbers numbers) {
        var issues = comparison.issues();
        var possible = IntStream.range(0, issues.size())
                .filter(at -> isPossible(comparison, numbers, at))
                .toArray();
        if (possible.length == 0) {
            return List.of();
        }
        var all = facts.facts(comparison, numbers);
        return IntStream.of(possible)
                .mapToObj(at -> new Weighed(issues.get(at), weights.probability(all.get(at)), all.get(at)))
                .sorted(Comparator.comparingDouble(Weighed::probability).reversed())
                .toList();
    }

    /** Another order is another issue, and what comes back long after it was resolved is a new one. */
    private boolean isPossible(Comparison comparison, NamedNumbers numbers, int at) {
        var namesAnother = numbers.hasTransactional() && numbers.beside(at).namesTransactional();
        return !namesAnother
                && comparison.sinceResolved(comparison.issues().get(at)).compareTo(policy.recurrenceAfter()) <= 0;
    }

    /** Rows for training: the signals of each issue that rules leave open, none where a rule decides. */
    public List<Row> rows(Comparison comparison) {
        var numbers = new NamedNumbers(comparison);
        if (rules.stream().anyMatch(rule -> rule.apply(comparison, numbers).isPresent())) {
            return List.of();
        }
        return possible(comparison, numbers).stream()
                .map(each -> new Row(each.issue(), each.facts().signals()))
                .toList();
    }

    /** The signals of one issue, in the order of {@link Signal}. */
    public record Row(KnownIssue issue, double[] signals) {}
}
