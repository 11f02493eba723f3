package io.carryon.profile.privacy;

import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Finds all who are shown as one customer. */
@ApplicationScoped
public class People {

    private final CustomerStore customers;

    public People(CustomerStore customers) {
        this.customers = customers;
    }

    /** Two reads. 404 for one we do not know. */
    Person of(UUID customer) {
        var members = customers
                .findEvenUnmet(customer)
                .orElseThrow(() -> ProblemException.notFound("There is no customer " + customer + "."))
                .members();
        var found = customers.findEvenUnmet(members);
        return new Person(
                members,
                members.stream().map(found::get).filter(Objects::nonNull).toList());
    }
}
