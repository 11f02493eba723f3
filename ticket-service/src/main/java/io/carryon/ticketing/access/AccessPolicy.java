package io.carryon.ticketing.access;

import io.carryon.ticketing.operations.SignedIn;
import java.util.List;

/** A reason why somebody may see and work on the tickets of a queue. */
@FunctionalInterface
interface AccessPolicy {

    /** One of them is enough; where none holds, the queue is somebody else's. */
    List<AccessPolicy> ALL = List.of(
            AccessPolicy::isEverybodys,
            AccessPolicy::isSetByAdmins,
            AccessPolicy::isNamedByItsCustomer,
            AccessPolicy::isListed,
            AccessPolicy::hasAListedRole);

    boolean allows(Caller caller, QueueAccess queue);

    static boolean isAllowed(Caller caller, QueueAccess queue) {
        return ALL.stream().anyMatch(policy -> policy.allows(caller, queue));
    }

    private static boolean isEverybodys(Caller caller, QueueAccess queue) {
        return !queue.restricted();
    }

    /** Who says whose a queue is must see what that means. */
    private static boolean isSetByAdmins(Caller caller, QueueAccess queue) {
        return caller.roles().contains(SignedIn.ADMIN);
    }

    /** The portal's server and the like speak for customers, about the tickets that are theirs. */
    private static boolean isNamedByItsCustomer(Caller caller, QueueAccess queue) {
        return caller.roles().contains(SignedIn.SERVICE);
    }

    private static boolean isListed(Caller caller, QueueAccess queue) {
        return queue.agents().contains(caller.id());
    }

    private static boolean hasAListedRole(Caller caller, QueueAccess queue) {
        return queue.roles().stream().anyMatch(caller.roles()::contains);
    }
}
