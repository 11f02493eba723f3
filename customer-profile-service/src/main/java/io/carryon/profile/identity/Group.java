package io.carryon.profile.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Customers who turned out to be one. Each keeps their own handles, contacts and issues for ever; the group says who is
 * shown for all of them, and its merges are a tree of which any branch can be taken off again.
 *
 * <p>Every member's document carries the group, so that a member is never further than one read from all others.
 *
 * @param turn number of the change that made it so, rising over all groups; first, so that of two stored groups the
 *     later one outranks the earlier
 * @param survivor who is shown
 * @param members all of them, the survivor first, at most {@value #MOST_MEMBERS}
 * @param merges what joined them, oldest first; on the survivor's document only
 */
public record Group(long turn, UUID survivor, List<UUID> members, List<Merge> merges) {

    /** Members a group has at most: what is read of a customer is read of all of them. */
    public static final int MOST_MEMBERS = 20;

    public Group {
        members = members == null ? List.of() : members;
        merges = merges == null ? List.of() : merges;
    }

    /** What a branch that was taken off leaves and what it becomes. */
    public record Split(Group remaining, Group freed) {}

    /** Of one who was never merged. */
    public static Group alone(UUID customer) {
        return new Group(0, customer, List.of(customer), List.of());
    }

    public boolean has(UUID customer) {
        return members.contains(customer);
    }

    /** Both groups as one under this one's survivor; the merge says that the other's survivor is this one's. */
    public Group with(Group other, Merge merge, long turn) {
        return new Group(
                turn,
                survivor,
                Stream.concat(members.stream(), other.members.stream()).toList(),
                Stream.of(merges, other.merges, List.of(merge))
                        .flatMap(List::stream)
                        .toList());
    }

    /** The group without the member and without all that had been merged into them, who stay together. */
    public Split without(UUID member, long turn) {
        var branch = branch(member);
        var freed = new ArrayList<UUID>();
        freed.add(member);
        members.stream()
                .filter(each -> branch.contains(each) && !each.equals(member))
                .forEach(freed::add);
        return new Split(
                new Group(
                        turn,
                        survivor,
                        members.stream().filter(each -> !branch.contains(each)).toList(),
                        merges.stream()
                                .filter(merge -> !branch.contains(merge.absorbed()))
                                .toList()),
                new Group(
                        turn,
                        member,
                        List.copyOf(freed),
                        merges.stream()
                                .filter(merge -> branch.contains(merge.into()))
                                .toList()));
    }

    /** As it is stored on a member. */
    public Group asOf(UUID member) {
        return member.equals(survivor) ? this : new Group(turn, survivor, members, List.of());
    }

    private Set<UUID> branch(UUID root) {
        var branch = new HashSet<UUID>();
        branch.add(root);
        int before;
        do {
            // A merge names the survivor of its time, so it may stand before the one that hangs its survivor here.
            before = branch.size();
            merges.stream()
                    .filter(merge -> branch.contains(merge.into()))
                    .map(Merge::absorbed)
                    .forEach(branch::add);
        } while (branch.size() > before);
        return branch;
    }
}
