package io.carryon.ticketing.customers;

import io.carryon.ticketing.customers.CustomerChanged.Change;
import io.carryon.ticketing.customers.CustomerChanged.MovedContact;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes of customers as the profile tells them. */
public final class CustomerFixtures {

    private CustomerFixtures() {}

    public static CustomerChanged merged(long revision, UUID absorbed, UUID survivor) {
        return change(revision, Change.merged, absorbed, survivor, List.of(survivor, absorbed), List.of(), List.of());
    }

    public static CustomerChanged unmerged(long revision, UUID freed, UUID survivor, MovedContact... moved) {
        return change(revision, Change.unmerged, freed, survivor, List.of(survivor), List.of(freed), List.of(moved));
    }

    public static CustomerChanged erased(UUID customer) {
        return change(0, Change.erased, customer, customer, List.of(), List.of(), List.of());
    }

    /** A further event of the same act. */
    public static CustomerChanged part(int part, CustomerChanged first, MovedContact... moved) {
        return new CustomerChanged(
                first.actId(),
                first.revision(),
                first.change(),
                first.customerId(),
                first.survivorId(),
                first.members(),
                first.freed(),
                List.of(moved),
                List.of(),
                part,
                first.at(),
                first.by());
    }

    /** An erasure that names contacts of the customer. */
    public static CustomerChanged erased(UUID customer, UUID contact) {
        return new CustomerChanged(
                UUID.randomUUID(),
                0,
                Change.erased,
                customer,
                customer,
                List.of(customer),
                List.of(),
                List.of(),
                List.of(contact),
                1,
                Instant.now(),
                new CustomerChanged.By("staff", "Ada"));
    }

    public static List<Arrived<CustomerChanged>> arrived(CustomerChanged... changes) {
        return java.util.stream.Stream.of(changes)
                .map(change -> new Arrived<>(eventId(change), "path", change))
                .toList();
    }

    private static String eventId(CustomerChanged change) {
        return change.isFirst() ? change.actId().toString() : change.actId() + "/" + change.part();
    }

    private static CustomerChanged change(
            long revision,
            Change change,
            UUID customer,
            UUID survivor,
            List<UUID> members,
            List<UUID> freed,
            List<MovedContact> moved) {
        return new CustomerChanged(
                UUID.randomUUID(),
                revision,
                change,
                customer,
                survivor,
                members,
                freed,
                moved,
                List.of(),
                1,
                Instant.now(),
                new CustomerChanged.By("staff", "Ada"));
    }
}
