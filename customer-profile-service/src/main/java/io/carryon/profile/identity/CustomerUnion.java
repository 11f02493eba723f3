package io.carryon.profile.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The members of a group as the one customer that is shown: what each has by themselves, put together. */
final class CustomerUnion {

    private CustomerUnion() {}

    /** @param members those there are, the survivor first */
    static Customer of(Group group, List<Customer> members) {
        return new Customer(
                group.survivor(),
                first(members, Customer::name),
                members.stream()
                        .map(Customer::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                members.stream().mapToLong(Customer::contactCount).sum(),
                union(members, Customer::handles, (one, other) -> one.rank() < other.rank() ? other : one),
                members.stream()
                        .map(Customer::recentContacts)
                        .flatMap(Collection::stream)
                        .toList(),
                union(members, Customer::issues, PastIssue::and),
                union(members, Customer::months, Integer::sum),
                union(members, Customer::told, Integer::sum),
                group,
                union(members, Customer::relinked, (one, other) -> one),
                0,
                first(members, Customer::tier),
                first(members, Customer::preferences),
                union(members, Customer::rejectedLinks, Math::max),
                first(members, Customer::language),
                first(members, Customer::erasedAt));
    }

    /** The survivor's where they have one. */
    private static <T> T first(List<Customer> members, Function<Customer, T> part) {
        return members.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static <T> Map<String, T> union(
            List<Customer> members, Function<Customer, Map<String, T>> part, BinaryOperator<T> both) {
        var union = new HashMap<String, T>();
        members.forEach(member -> part.apply(member).forEach((key, value) -> union.merge(key, value, both)));
        return union;
    }
}
