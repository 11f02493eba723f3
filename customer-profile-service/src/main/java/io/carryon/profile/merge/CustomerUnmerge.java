package io.carryon.profile.merge;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.ActKind;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Sets a customer free who was merged into another, together with all who had been merged into them. Each side is what
 * it was plus what came later by its own handles.
 */
@ApplicationScoped
public class CustomerUnmerge implements ActKind {

    /** The kind of its acts; their subject is who is set free. */
    public static final String KIND = "unmerge";

    private final Groups groups;
    private final GroupChanges changes;
    private final CustomerChangedPublisher publisher;

    public CustomerUnmerge(Groups groups, GroupChanges changes, CustomerChangedPublisher publisher) {
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
        var group = groups.of(act.subject());
        if (group.members().size() == 1) {
            throw ProblemException.conflict("not-merged", "This customer is not merged with anybody.");
        }
        if (group.survivor().equals(act.subject())) {
            throw ProblemException.conflict(
                    "is-survivor",
                    "Others are merged into this customer; unmerge one of them: the merges list names them.");
        }
        var split = group.without(act.subject(), turn);
        return new GroupChange(
                turn,
                act.id(),
                GroupChange.UNMERGED,
                act.subject(),
                group.survivor(),
                List.of(split.remaining(), split.freed()),
                act.at(),
                act.by());
    }
}
