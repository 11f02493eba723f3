package io.carryon.profile.suggestion;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.Acts;
import io.carryon.profile.acts.IdempotencyKey;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Group;
import io.carryon.profile.merge.MergeAnswer;
import io.carryon.profile.problem.ProblemException;
import io.carryon.profile.suggestion.Suggestion.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out what staff decided about two customers who look alike. One that was confirmed waits again once the merge
 * was undone: that follows from who is merged now, so that no undo can miss it.
 */
@ApplicationScoped
public class SettleSuggestion {

    private static final String ALREADY_MERGED = "already-merged";

    private final SuggestionStore store;
    private final CustomerStore customers;
    private final Acts acts;

    public SettleSuggestion(SuggestionStore store, CustomerStore customers, Acts acts) {
        this.store = store;
        this.customers = customers;
        this.acts = acts;
    }

    /** Those that wait for staff, the likeliest first, at most {@value Suggestions#MOST_OPEN}; two reads. */
    public List<Suggestion> open(UUID customer) {
        var group = group(customer);
        return store.of(List.of(customer)).get(customer).others().values().stream()
                .filter(suggestion -> suggestion.waits(group))
                .sorted((one, other) -> Integer.compare(other.weight(), one.weight()))
                .limit(Suggestions.MOST_OPEN)
                .toList();
    }

    /** The key of the merge that a yes is now: the same until somebody is merged or unmerged. */
    public IdempotencyKey key(UUID customer, UUID other) {
        return new IdempotencyKey("suggestion:" + customer + ":"
                + group(customer).turn() + ":" + group(other).turn());
    }

    /**
     * The customers are two: it is never suggested again.
     *
     * @throws ProblemException 404 when it was not suggested, 409 when it was confirmed before
     */
    public void reject(Act asked, UUID other) {
        settle(asked, other, Decision.REJECTED);
    }

    /**
     * The customers are one: they are merged, which can be undone; then it can be said again.
     *
     * @param asked a merge of the other into the act's customer
     * @throws ProblemException 404 when it was not suggested, 409 when it was rejected before or cannot be merged
     */
    public void confirm(Act asked, UUID customer) {
        refuseUnlessSuggested(customer, asked.subject(), Decision.CONFIRMED);
        try {
            acts.perform(asked, MergeAnswer.class);
        } catch (ProblemException e) {
            // They were merged another way meanwhile: what was asked for is so.
            if (!ALREADY_MERGED.equals(e.type())) {
                throw e;
            }
        }
        store.decided(
                customer,
                asked.subject(),
                Decision.CONFIRMED,
                asked.at(),
                asked.by().name());
    }

    private void settle(Act asked, UUID other, Decision decision) {
        refuseUnlessSuggested(asked.subject(), other, decision);
        store.decided(asked.subject(), other, decision, asked.at(), asked.by().name());
    }

    private void refuseUnlessSuggested(UUID customer, UUID other, Decision decision) {
        var known = store.of(List.of(customer)).get(customer).others().get(other.toString());
        if (known == null) {
            throw ProblemException.notFound("It was not suggested that customer " + other + " is the same.");
        } else if (!known.waits(group(customer)) && known.decision() != decision) {
            throw ProblemException.conflict(
                    "already-settled",
                    "The suggestion was " + known.decision().name().toLowerCase(Locale.ROOT) + " by "
                            + known.decidedBy() + " on " + known.decidedAt() + ".");
        }
    }

    private Group group(UUID customer) {
        return customers
                .findEvenUnmet(customer)
                .flatMap(known -> Optional.ofNullable(known.group()))
                .orElseGet(() -> Group.alone(customer));
    }
}
