package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.course.CallEnds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** A call ends. Who gave up before reaching a person is a contact too; the row makes it durable. */
@ApplicationScoped
public class HangUp {

    private final CallEnds ends;
    private final AnnouncedCalls announced;
    private final TakenByBroker taken;
    private final Durable durable;

    public HangUp(CallEnds ends, AnnouncedCalls announced, TakenByBroker taken, Durable durable) {
        this.ends = ends;
        this.announced = announced;
        this.taken = taken;
        this.durable = durable;
    }

    /**
     * Needs the database, which alone knows what happened in the call; 503 when it is not in time. {@code cause} as the
     * telephone system names it, or null.
     */
    public IvrAnswers.HangupAnswer end(Call call, Instant at, String cause) {
        return end(durable.deadline(), call, at, cause);
    }

    /** The same by a moment that other work for the request shares. */
    public IvrAnswers.HangupAnswer end(Deadline deadline, Call call, Instant at, String cause) {
        var told = announced.completed(call);
        var ended = durable.inTime(deadline, () -> stored(told, at, cause), noted -> noted);
        announced.forget(call.contactId());
        return new IvrAnswers.HangupAnswer(
                ended.contactId(), "ended", ended.endedAt(), ended.course().outcome());
    }

    private Call stored(Call told, Instant at, String cause) {
        taken.store(told.contactId());
        return ends.add(told, at, cause);
    }
}
