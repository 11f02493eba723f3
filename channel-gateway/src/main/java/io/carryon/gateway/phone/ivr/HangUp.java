package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** A call ends. Who gave up before reaching a person is a contact too; the row makes it durable. */
@ApplicationScoped
public class HangUp {

    private final CallLog calls;
    private final CallContacts contacts;
    private final PhoneConfig config;
    private final Clock clock;

    public HangUp(CallLog calls, CallContacts contacts, PhoneConfig config, Clock clock) {
        this.calls = calls;
        this.contacts = contacts;
        this.config = config;
        this.clock = clock;
    }

    /** Needs the database, which alone knows whether there was a request for a person. */
    IvrAnswers.HangupAnswer end(Call call, Instant at) {
        var ended = calls.hangUp(call, at);
        if (Call.HANGUP.equals(ended.trigger()) && ended.publishedAt() == null) {
            // What the broker does not take in time is published by the job.
            var ignored = Deadline.in(config.ackDeadline())
                    .await(
                            Deadline.begin(() -> {
                                contacts.publish(ended);
                                calls.published(ended.contactId(), clock.instant());
                                return true;
                            }),
                            config.ackDeadline());
        }
        return new IvrAnswers.HangupAnswer(ended.contactId(), "ended", ended.endedAt());
    }
}
