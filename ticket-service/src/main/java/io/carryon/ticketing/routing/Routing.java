package io.carryon.ticketing.routing;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.ContactArrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds the queue of a new ticket: the first policy that knows one, in this order. */
@ApplicationScoped
public class Routing {

    private final RoutingConfig config;
    private final List<RoutingPolicy> policies;

    public Routing(RoutingConfig config) {
        this.config = config;
        this.policies = List.of(this::queueTheCallerWasPromised);
    }

    /** The queue for a contact; {@code hint} is the queue its channel suggests, or null. */
    public String queueFor(ContactArrival contact, String hint) {
        return policies.stream()
                .flatMap(policy -> policy.queueFor(contact, hint).stream())
                .findFirst()
                .orElseGet(config::defaultQueue);
    }

    /** The queue staff named, or 400 naming those that exist. */
    public String known(String queue) {
        if (!config.queues().contains(queue)) {
            throw ProblemException.invalid("/queue", "must be one of " + config.queues());
        }
        return queue;
    }

    /** The queue an address names, or 404. */
    public String existing(String queue) {
        if (!config.queues().contains(queue)) {
            throw ProblemException.notFound("There is no queue " + queue + ".");
        }
        return queue;
    }

    private Optional<String> queueTheCallerWasPromised(ContactArrival contact, String hint) {
        return Optional.ofNullable(hint).filter(config.queues()::contains);
    }
}
