package io.carryon.ticketing.stream;

import io.carryon.ticketing.agents.AgentDesk;
import io.carryon.ticketing.agents.AgentResource;
import io.carryon.ticketing.agents.Agents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The desks of those who listen, as they stood a moment ago; what is told to this process holds at once. */
@ApplicationScoped
class Desks {

    /** Until what was told to another instance is known here. */
    private static final Duration HOLDS = Duration.ofSeconds(2);

    private final Agents agents;
    private final Clock clock;
    private volatile boolean stale;
    private Instant lookAgain = Instant.MIN;

    Desks(Agents agents, Clock clock) {
        this.agents = agents;
        this.clock = clock;
    }

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentResource.Told told) {
        stale = true;
    }

    /** Who begins to listen is there with the roles of their token, and is looked at. */
    Viewer arrives(String agentId, Set<String> roles) {
        return QuarkusTransaction.requiringNew().call(() -> {
            agents.seen(Set.of(agentId));
            agents.has(agentId, roles);
            return viewers(Set.of(agentId)).get(agentId);
        });
    }

    /** What was looked at may be older than what was told meanwhile. */
    void lookAgain() {
        stale = true;
    }

    /** Looks at those who listen if it is time; empty when they are as before. */
    Map<String, Viewer> refresh(Set<String> listening) {
        var now = clock.instant();
        if (!stale && now.isBefore(lookAgain)) {
            return Map.of();
        }
        stale = false;
        lookAgain = now.plus(HOLDS);
        return QuarkusTransaction.requiringNew().call(() -> viewers(listening));
    }

    private Map<String, Viewer> viewers(Set<String> ids) {
        var found = agents.desks(ids).stream().collect(Collectors.toMap(AgentDesk::id, Function.identity()));
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Viewer(id, Optional.ofNullable(found.get(id)))));
    }
}
