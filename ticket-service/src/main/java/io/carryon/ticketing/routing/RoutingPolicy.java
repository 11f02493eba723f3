package io.carryon.ticketing.routing;

import io.carryon.ticketing.ticket.ContactArrival;
import java.util.Optional;

/** One reason to send a new ticket to a queue; empty when it does not apply. */
@FunctionalInterface
public interface RoutingPolicy {

    Optional<String> queueFor(ContactArrival contact, String hint);
}
