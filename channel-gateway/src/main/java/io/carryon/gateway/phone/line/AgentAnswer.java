package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.course.CallAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** A person answers a call, or takes it over from another one. */
@ApplicationScoped
public class AgentAnswer {

    private final CallAnswers answers;
    private final AnnouncedCalls announced;
    private final TakenByBroker taken;
    private final Durable durable;

    public AgentAnswer(CallAnswers answers, AnnouncedCalls announced, TakenByBroker taken, Durable durable) {
        this.answers = answers;
        this.announced = announced;
        this.taken = taken;
        this.durable = durable;
    }

    /**
     * Returns the call once it is durable who answered; in any order and as often as told. A call that nobody told of
     * before becomes a contact. 503 when the database did not take it in time.
     */
    public Call answered(Call call, Agent agent, Instant at) {
        return answered(durable.deadline(), call, agent, at);
    }

    /** The same by a moment that other work for the request shares. */
    public Call answered(Deadline deadline, Call call, Agent agent, Instant at) {
        var told = announced.completed(call);
        return durable.inTime(deadline, () -> stored(told, agent, at), noted -> noted);
    }

    private Call stored(Call told, Agent agent, Instant at) {
        taken.store(told.contactId());
        return answers.add(told, agent, at);
    }
}
