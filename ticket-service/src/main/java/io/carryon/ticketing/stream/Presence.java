package io.carryon.ticketing.stream;

import io.carryon.ticketing.agents.Agents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Who listens is there. It has a thread of its own: what is told to the streams waits for nobody's row. */
@ApplicationScoped
class Presence {

    private final StreamHub hub;
    private final Agents agents;

    Presence(StreamHub hub, Agents agents) {
        this.hub = hub;
        this.agents = agents;
    }

    @Scheduled(every = "${carryon.stream.heartbeat:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void note() {
        var listening = hub.agents();
        if (!listening.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> agents.seen(listening));
        }
    }
}
