package io.carryon.ticketing.calls;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.agents.AgentCalls;
import io.carryon.ticketing.agents.AgentConfig;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.agents.Availability;
import io.carryon.ticketing.callbacks.CountedCallbacks;
import io.carryon.ticketing.inbox.EarlyRounds;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Tickets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import javax.sql.DataSource;

/** What takes calls in, over a database whose statements are counted. */
@ApplicationScoped
public class CountedCalls {

    private final AgentConfig agents;
    private final CallConfig calls;
    private final ObjectMapper json;
    private final Clock clock;

    CountedCalls(AgentConfig agents, CallConfig calls, ObjectMapper json, Clock clock) {
        this.agents = agents;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    public CallOffers offers(DataSource counted) {
        return new CallOffers(
                counted,
                new EarlyChanges().early(counted, json, clock),
                new Availability(counted, agents, clock),
                new QueueWaits(counted, calls, clock),
                calls,
                clock);
    }

    public CallFollowing following(DataSource counted, TicketLog log) {
        var progress = new CallProgress(
                new Agents(counted, agents, clock),
                new AgentCalls(counted),
                new Colleagues(counted),
                CountedCallbacks.over(counted, clock),
                clock);
        return new CallFollowing(new Calls(counted), new Tickets(counted), progress, log, clock);
    }

    CallIntake intake(DataSource counted, TicketLog log) {
        return new CallIntake(
                new Inbox(counted, null, clock),
                new EarlyChanges().early(counted, json, clock),
                new EarlyRounds(null, new SimpleMeterRegistry(), clock),
                following(counted, log));
    }
}
