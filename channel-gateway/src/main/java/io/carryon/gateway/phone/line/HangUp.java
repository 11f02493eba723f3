package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A call ends. Who gave up before reaching a person is a contact too; the row makes it durable. */
@ApplicationScoped
public class HangUp {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CallLog calls;
    private final AnnouncedCalls announced;
    private final CallContacts contacts;
    private final PhoneConfig config;
    private final Clock clock;

    public HangUp(CallLog calls, AnnouncedCalls announced, CallContacts contacts, PhoneConfig config, Clock clock) {
        this.calls = calls;
        this.announced = announced;
        this.contacts = contacts;
        this.config = config;
        this.clock = clock;
    }

    /** Needs the database, which alone knows whether there was a request for a person; 503 when it is not in time. */
    public IvrAnswers.HangupAnswer end(Call call, Instant at) {
        var deadline = Deadline.in(config.answerDeadline());
        var told = announced.completed(call);
        var ended = deadline.await(Deadline.begin(() -> calls.hangUp(told, at)), config.answerDeadline())
                .orElseThrow(() -> ProblemException.unavailable(
                        "The end of the call was not stored. Send the same request again.", RETRY_AFTER));
        announced.forget(call.contactId());
        if (Call.HANGUP.equals(ended.trigger()) && ended.publishedAt() == null) {
            // What the broker does not take in time is published by the job.
            var ignored = deadline.await(Deadline.begin(() -> published(ended)), config.ackDeadline());
        }
        return new IvrAnswers.HangupAnswer(ended.contactId(), "ended", ended.endedAt());
    }

    private boolean published(Call ended) {
        calls.published(contacts.publish(ended), clock.instant());
        return true;
    }
}
