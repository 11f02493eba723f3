package io.carryon.profile.merge;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Group;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds who is merged with whom. */
@ApplicationScoped
public class Groups {

    private final CustomerStore customers;

    public Groups(CustomerStore customers) {
        this.customers = customers;
    }

    /** The customer's group with its merges; one read, two for one who was absorbed. 404 for one we do not know. */
    Group of(UUID customer) {
        var group = find(List.of(customer)).get(customer);
        if (group == null) {
            throw ProblemException.notFound("There is no customer " + customer + ".");
        }
        return group;
    }

    /** The groups of those we know, by their ids. */
    Map<UUID, Group> find(List<UUID> asked) {
        var known = customers.findEvenUnmet(asked);
        var survivors = customers.findEvenUnmet(known.values().stream()
                .map(Customer::group)
                .filter(Objects::nonNull)
                .map(Group::survivor)
                .filter(survivor -> !known.containsKey(survivor))
                .distinct()
                .toList());
        var groups = new HashMap<UUID, Group>();
        known.forEach((id, customer) -> {
            var survivor = customer.group() == null ? id : customer.group().survivor();
            // The merges are on the survivor.
            Stream.of(known, survivors)
                    .map(some -> some.get(survivor))
                    .filter(Objects::nonNull)
                    .map(Customer::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresentOrElse(group -> groups.put(id, group), () -> groups.put(id, Group.alone(id)));
        });
        return groups;
    }
}
