package io.carryon.gateway.phone.ivr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * A caller wants a person. The contact is made durable by the broker or, failing that, by the database; then the line
 * has the rest of the second to say who it is and which ticket it belongs to.
 */
@ApplicationScoped
public class ZeroOut {

    private static final Logger LOG = Logger.getLogger(ZeroOut.class);
    private static final Duration ANSWER_KEPT_WITHIN = Duration.ofMillis(50);

    private final CallLog calls;
    private final CallContacts contacts;
    private final AwaitedAnswers line;
    private final ZeroOutAnswers answers;
    private final ObjectMapper json;
    private final PhoneConfig config;
    private final Clock clock;

    public ZeroOut(
            CallLog calls,
            CallContacts contacts,
            AwaitedAnswers line,
            ZeroOutAnswers answers,
            ObjectMapper json,
            PhoneConfig config,
            Clock clock) {
        this.calls = calls;
        this.contacts = contacts;
        this.line = line;
        this.answers = answers;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** The answer and whether it is the first to this call. */
    record Answered(IvrAnswers.ZeroOutAnswer answer, boolean first) {}

    /** Answers in the time configured; throws ContactNotAccepted when neither broker nor database took the contact. */
    Answered press(Call asked) {
        var deadline = Deadline.in(config.answerDeadline());
        var stored = deadline.await(Deadline.begin(() -> calls.zeroOut(asked)), config.storeDeadline());
        var first = stored.map(CallLog.ZeroedOut::first).orElse(true);
        var before = stored.flatMap(zeroed -> kept(zeroed.call()));
        if (before.isPresent()) {
            return new Answered(before.get(), false);
        }
        var call = stored.map(CallLog.ZeroedOut::call).orElse(asked);
        var awaited = line.expect(call.contactId());
        var durable = stored.isPresent();
        if (call.publishedAt() == null
                && deadline.await(publish(call), config.ackDeadline()).isEmpty()
                && !durable) {
            throw new ContactNotAccepted("Neither broker nor database took the call " + call.contactId(), null);
        }
        var ignored = deadline.await(awaited.both(), config.answerDeadline());
        var answer = answers.of(call, awaited);
        if (durable && !answer.degraded()) {
            keep(call, answer);
        }
        return new Answered(answer, first);
    }

    // An acknowledgement that comes after the caller was answered still spares the job a second publication.
    private CompletableFuture<Boolean> publish(Call call) {
        return Deadline.begin(() -> {
                    contacts.publish(call);
                    return true;
                })
                .whenComplete((done, failed) -> {
                    if (failed == null) {
                        var noted = Deadline.begin(() -> {
                            calls.published(call.contactId(), clock.instant());
                            return true;
                        });
                        noted.exceptionally(e -> {
                            LOG.warnf("Publication of call %s was not noted: %s", call.contactId(), e.getMessage());
                            return false;
                        });
                    }
                });
    }

    private Optional<IvrAnswers.ZeroOutAnswer> kept(Call call) {
        try {
            return call.answer() == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(call.answer(), IvrAnswers.ZeroOutAnswer.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept answer of call " + call.contactId() + " cannot be read", e);
        }
    }

    private void keep(Call call, IvrAnswers.ZeroOutAnswer answer) {
        var ignored = Deadline.in(ANSWER_KEPT_WITHIN)
                .await(
                        Deadline.begin(() -> {
                            calls.answered(call.contactId(), written(answer));
                            return true;
                        }),
                        ANSWER_KEPT_WITHIN);
    }

    private String written(IvrAnswers.ZeroOutAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
