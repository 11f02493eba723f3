package io.carryon.profile.privacy;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.Merge;
import io.carryon.profile.matching.HandleUse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Whom the members of a group stand for.
 *
 * @param members their ids, the survivor first
 * @param customers their documents
 */
record Person(List<UUID> members, List<Customer> customers) {

    Set<UUID> ids() {
        return Set.copyOf(members);
    }

    /** Whether it is the id of one of them; null is nobody's. */
    boolean has(String customer) {
        return customer != null && members.contains(UUID.fromString(customer));
    }

    long contactCount() {
        return customers.stream().mapToLong(Customer::contactCount).sum();
    }

    Set<String> names() {
        return customers.stream().map(Customer::name).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    Set<String> handles() {
        return customers.stream()
                .flatMap(customer -> customer.knownHandles().stream())
                .map(KnownHandle::id)
                .collect(Collectors.toSet());
    }

    /** The acts that merged them, as far as their merges stand. */
    Set<UUID> merges() {
        return customers.stream()
                .map(Customer::group)
                .filter(Objects::nonNull)
                .flatMap(group -> group.merges().stream())
                .map(Merge::actId)
                .collect(Collectors.toSet());
    }

    /** Under which keys they may stand among the people of a shared handle; also those who gave no name. */
    Set<String> nameKeys(Collection<Document> records) {
        return Stream.of(names().stream(), records.stream().map(Person::nameOf), Stream.of((String) null))
                .flatMap(names -> names)
                .map(HandleUse::key)
                .collect(Collectors.toSet());
    }

    /** Handles that a contact's record names, in each form they may have. */
    static Stream<String> handlesOf(Document record) {
        var named = OwnHistory.fields(OwnHistory.fields(record.get("decided")).get("customer"))
                                .get("handles")
                        instanceof List<?> handles
                ? handles
                : List.of();
        return Stream.concat(
                Stream.ofNullable(record.getString("handleId")),
                named.stream()
                        .map(OwnHistory::fields)
                        .filter(handle -> handle.get("value") != null)
                        .flatMap(Person::ids));
    }

    private static Stream<String> ids(Map<?, ?> handle) {
        var id = handle.get("kind") + ":" + handle.get("value");
        return Stream.of(id, "raw-" + id);
    }

    private static String nameOf(Document record) {
        return (String)
                OwnHistory.fields(OwnHistory.fields(record.get("decided")).get("customer"))
                        .get("name");
    }
}
