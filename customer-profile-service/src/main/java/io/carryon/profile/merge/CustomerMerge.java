package io.carryon.profile.merge;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.ActKind;
import io.carryon.profile.identity.Group;
import io.carryon.profile.identity.Merge;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Merges a customer, with all who are shown as them, into another, or into whom that one is shown as. Nothing is moved:
 * who is shown for whom is all that changes, so that {@link CustomerUnmerge} undoes it.
 */
@ApplicationScoped
public class CustomerMerge implements ActKind {

    /** The kind of its acts; their subject is who is absorbed. */
    public static final String KIND = "merge";

    /** Name in the act's request of the id of who is merged into. */
    public static final String INTO = "into";

    /** Name in the act's request of the reason, which may be missing. */
    public static final String REASON = "reason";

    private final Groups groups;
    private final GroupChanges changes;
    private final CustomerChangedPublisher publisher;

    public CustomerMerge(Groups groups, GroupChanges changes, CustomerChangedPublisher publisher) {
        this.groups = groups;
        this.changes = changes;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void check(Act act) {
        decide(act, 0);
    }

    @Override
    public MergeAnswer carryOut(Act act) {
        var made = changes.make(act.id(), turn -> decide(act, turn));
        CustomerChanged.of(made).forEach(publisher::publish);
        return MergeAnswer.of(made);
    }

    private GroupChange decide(Act act, long turn) {
        var into = UUID.fromString(act.text(INTO));
        if (into.equals(act.subject())) {
            throw ProblemException.invalid("/into", "must be another customer");
        }
        var found = groups.find(List.of(act.subject(), into));
        var absorbed = known(found.get(act.subject()), act.subject());
        if (!found.containsKey(into)) {
            throw ProblemException.invalid("/into", "must be the id of a customer we know");
        }
        return merged(act, turn, absorbed, found.get(into));
    }

    private static GroupChange merged(Act act, long turn, Group absorbed, Group survivors) {
        if (absorbed.survivor().equals(survivors.survivor())) {
            throw ProblemException.conflict(
                    "already-merged",
                    "Both are shown as customer " + survivors.survivor() + " already; there is nothing to merge.");
        }
        if (absorbed.members().size() + survivors.members().size() > Group.MOST_MEMBERS) {
            throw ProblemException.conflict(
                    "group-too-large",
                    "Together they would be more than " + Group.MOST_MEMBERS
                            + " customers; undo merges that were wrong, or leave these apart.");
        }
        var merge = new Merge(
                absorbed.survivor(),
                survivors.survivor(),
                act.id(),
                act.at(),
                act.by().name());
        return new GroupChange(
                turn,
                act.id(),
                GroupChange.MERGED,
                absorbed.survivor(),
                survivors.survivor(),
                List.of(survivors.with(absorbed, merge, turn)),
                act.at(),
                act.by());
    }

    private static Group known(Group group, UUID customer) {
        if (group == null) {
            throw ProblemException.notFound("There is no customer " + customer + ".");
        }
        return group;
    }
}
