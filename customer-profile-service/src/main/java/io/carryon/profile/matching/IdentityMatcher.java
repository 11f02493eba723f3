package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Decides whether two records are of one person: merge, suggest to staff, or keep them apart.
 *
 * <p>Each comparison gives evidence with a weight (Fellegi and Sunter's, as powers of two, set by reason and not fitted
 * to any data); the sum decides, and policies keep back what must not happen by itself however much speaks for it:
 * another date of birth or account, a mailbox that is a function's, a name that may be a household's never merge.
 */
public final class IdentityMatcher {

    /** From here on two records are of one person; a mobile number is enough, a landline with the whole name is not. */
    static final int MERGE_FROM = 20;

    /** From here on it is worth a look; a whole name alone is not. */
    static final int SUGGEST_FROM = 9;

    private static final int CORROBORATION = 5;

    private final List<Comparison> comparisons = List.of(
            new NameComparison(),
            new MailComparison(),
            new PhoneComparison(),
            new AccountComparison(),
            new PlatformComparison(),
            new BirthComparison(),
            new AddressComparison(),
            new HeardComparison());

    private final List<UnaryOperator<Decision>> policies = List.of(
            IdentityMatcher::noMoreThanItsEvidenceAllows, IdentityMatcher::aNearlyEqualNameNeedsMoreThanOneHandle);

    /** @param one and the other: which is which makes no difference */
    public Decision decide(Person one, Person other) {
        var evidence =
                comparisons.stream().flatMap(each -> each.compare(one, other)).toList();
        var decision = bySum(evidence);
        for (var policy : policies) {
            decision = policy.apply(decision);
        }
        return decision;
    }

    private static Decision bySum(List<Evidence> evidence) {
        var sum = evidence.stream().mapToInt(Evidence::weight).sum();
        return new Decision(
                sum >= MERGE_FROM ? Verdict.MERGE : sum >= SUGGEST_FROM ? Verdict.SUGGEST : Verdict.SEPARATE,
                sum,
                evidence);
    }

    private static Decision noMoreThanItsEvidenceAllows(Decision decision) {
        return decision.evidence().stream()
                .map(Evidence::atMost)
                .reduce(decision, IdentityMatcher::limited, (first, second) -> second);
    }

    /** Two people of one household, or of one name in two spellings, may share a handle. */
    private static Decision aNearlyEqualNameNeedsMoreThanOneHandle(Decision decision) {
        var isNear = decision.evidence().stream().anyMatch(each -> each.reason().equals(NameComparison.NEARLY_SAME));
        var handles = decision.evidence().stream()
                .filter(each -> each.kind().isHandle())
                .count();
        var beside = decision.evidence().stream()
                .filter(each -> !each.kind().isHandle() && each.kind() != Kind.NAME)
                .mapToInt(Evidence::weight)
                .sum();
        return isNear && handles < 2 && beside < CORROBORATION ? limited(decision, Verdict.SUGGEST) : decision;
    }

    private static Decision limited(Decision decision, Verdict most) {
        return new Decision(decision.verdict().atMost(most), decision.weight(), decision.evidence());
    }
}
