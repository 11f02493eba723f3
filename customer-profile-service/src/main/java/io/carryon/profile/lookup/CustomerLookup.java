package io.carryon.profile.lookup;

import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.HandleNormalization;
import io.carryon.profile.identity.HandlePerson;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.identity.Ownership;
import io.carryon.profile.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a customer by any spelling of one of their handles. */
@ApplicationScoped
public class CustomerLookup {

    private static final String KINDS =
            Arrays.stream(HandleKind.values()).map(HandleKind::prefix).collect(Collectors.joining("|"));

    /** Of a shared handle, the first who used it; more would be no help to anybody. */
    private static final int MOST_PEOPLE = 5;

    private final HandleNormalization normalization;
    private final HandleStore handles;
    private final CustomerStore customers;

    public CustomerLookup(HandleNormalization normalization, HandleStore handles, CustomerStore customers) {
        this.normalization = normalization;
        this.handles = handles;
        this.customers = customers;
    }

    /**
     * Nobody when no contact came from that handle yet; several of whom each may be meant where it is shared.
     *
     * @param written kind and value, such as {@code tel:030 123456}
     * @param region ISO country in whose national format a number may be written, or null
     */
    List<CustomerView> find(String written, String region) {
        return handles.owner(read(written, region)).map(this::users).orElse(List.of());
    }

    private List<CustomerView> users(Ownership owned) {
        return Stream.concat(
                        Stream.of(owned.customerId()),
                        owned.people().values().stream().map(HandlePerson::customerId))
                .distinct()
                .limit(MOST_PEOPLE)
                .flatMap(id -> customers.find(id).stream())
                .map(customer -> CustomerView.found(customer, owned.isVerified() && !owned.isShared()))
                .toList();
    }

    private Handle read(String written, String region) {
        var colon = written.indexOf(':');
        var kind = HandleKind.of(written.substring(0, Math.max(colon, 0)))
                .orElseThrow(
                        () -> ProblemException.invalid("/handle", "must start with one of " + KINDS + " and a colon"));
        var handle = normalization.normalize(kind, written.substring(colon + 1), region, "lookup");
        if (!handle.isNormal()) {
            throw ProblemException.invalid("/handle", "must hold a valid value after " + kind.prefix() + ":");
        }
        return handle;
    }
}
