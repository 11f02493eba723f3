package io.carryon.profile.recognition.linking;

import io.carryon.profile.recognition.linking.Linking.Decision;
import io.carryon.profile.recognition.linking.Linking.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private static final int MOST_REASONS = 3;
    private static final int SAYS_ENOUGH = 2;

    private final LinkModel model;
    private final LinkingPolicy policy;
    private final FactFinder facts;
    private final List<Rule> rules = List.of(this::sameReference, this::followUp, this::wordless);

    public IssueLinker(LinkModel model, LinkingPolicy policy) {
        this.model = model;
        this.policy = policy;
        this.facts = new FactFinder(policy);
    }

    /** Decides, or leaves it to the next. */
    @FunctionalInterface
    private interface Rule {
        Optional<Linking> apply(Comparison comparison);
    }

    public Linking link(Comparison comparison) {
        return rules.stream()
                .flatMap(rule -> rule.apply(comparison).stream())
                .findFirst()
                .orElseGet(() -> weighed(comparison));
    }

    /** How much a word tells, for comparisons that this linker is to judge. */
    public Comparison.Terms terms() {
        return model::term;
    }

    /** The same order, invoice or booking is the same issue, whatever the words. */
    private Optional<Linking> sameReference(Comparison comparison) {
        return comparison.issues().stream()
                .filter(comparison::sharesTransactional)
                .max(Comparator.comparing(KnownIssue::isOpen).thenComparing(KnownIssue::latestContactAt))
                .map(issue -> linked(issue, "reference", "names the same number"));
    }

    /** A contact without content belongs to the open issue with the latest contact. */
    private Optional<Linking> followUp(Comparison comparison) {
        if (!comparison.contact().reading().followUp()) {
            return Optional.empty();
        }
        return comparison
                .answered()
                .or(() -> Optional.ofNullable(FactFinder.latestOpen(comparison)))
                .map(issue -> linked(issue, "follow-up", "asks for news of what is open"));
    }

    /** A contact without words, such as a call from a menu: the customer is asked about what is open. */
    private Optional<Linking> wordless(Comparison comparison) {
        if (!comparison.contact().reading().meaning().isBlank()) {
            return Optional.empty();
        }
        if (comparison.answered().isPresent()) {
            return comparison.answered().map(issue -> linked(issue, "thread", "answers a message about it"));
        }
        var open = comparison.issues().stream()
                .filter(KnownIssue::isOpen)
                .filter(issue -> isPossible(comparison, issue))
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

    private Linking weighed(Comparison comparison) {
        var scored = scored(comparison);
        if (scored.isEmpty()) {
            return new Linking(Decision.NEW, List.of(), Optional.empty(), "nothing-matched");
        }
        var best = scored.getFirst();
        var reply = scored.stream()
                .filter(each -> comparison.answers(each.issue()))
                .filter(each -> staysInThread(comparison, each))
                .findFirst();
        if (reply.isPresent()) {
            return new Linking(Decision.LINK, List.of(reply.get()), reply, "thread");
        }
        if (best.probability() >= policy.linkFrom()) {
            return new Linking(Decision.LINK, List.of(best), Optional.of(best), "same-matter");
        }
        var candidates = scored.stream()
                .filter(each -> each.probability() >= WORTH_ASKING)
                .limit(MOST_CANDIDATES)
                .toList();
        return best.probability() >= policy.askFrom()
                ? new Linking(Decision.ASK, candidates, Optional.of(best), "perhaps-same-matter")
                : new Linking(
                        Decision.NEW,
                        List.of(),
                        Optional.of(best),
                        comparison.answers() == null ? "nothing-matched" : "other-matter-in-thread");
    }

    /** A reply belongs to what it answers unless it asks for something itself, and that is plainly another matter. */
    private boolean staysInThread(Comparison comparison, Scored answered) {
        var reading = comparison.contact().reading();
        return !reading.asks() || reading.terms().size() < SAYS_ENOUGH || answered.probability() >= policy.replyFrom();
    }

    private List<Scored> scored(Comparison comparison) {
        var all = facts.facts(comparison);
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < all.size(); i++) {
            var issue = comparison.issues().get(i);
            if (isPossible(comparison, issue)) {
                scored.add(new Scored(issue, model.probability(all.get(i)), reasons(all.get(i))));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::probability).reversed());
        return scored;
    }

    /** Another order is another issue, and what comes back long after it was resolved is a new one. */
    boolean isPossible(Comparison comparison, KnownIssue issue) {
        var namesAnother =
                !comparison.transactional(comparison.contact()).isEmpty() && comparison.namesTransactional(issue);
        var recurs = comparison.sinceResolved(issue).compareTo(policy.recurrenceAfter()) > 0;
        return !namesAnother && !recurs;
    }

    private List<String> reasons(Facts facts) {
        var weights = new EnumMap<Reason, Double>(Reason.class);
        model.contributions(facts).forEach((signal, weight) -> weights.merge(signal.reason(), weight, Double::sum));
        var reasons = weights.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getKey().holds(facts))
                .sorted(Map.Entry.<Reason, Double>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(each -> each.getKey().says())
                .toList();
        return reasons.isEmpty() ? List.of("it is the closest of what came before") : reasons;
    }

    /** Rows for training: the signals of each issue that rules leave open, none where a rule decides. */
    public List<Row> rows(Comparison comparison) {
        if (rules.stream().anyMatch(rule -> rule.apply(comparison).isPresent())) {
            return List.of();
        }
        var all = facts.facts(comparison);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < all.size(); i++) {
            if (isPossible(comparison, comparison.issues().get(i))) {
                rows.add(new Row(comparison.issues().get(i), all.get(i).signals()));
            }
        }
        return rows;
    }

    /** The signals of one issue, in the order of {@link Signal}. */
    public record Row(KnownIssue issue, double[] signals) {}
}
