package io.carryon.gateway.phone.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.SensitiveInput;
import io.carryon.gateway.phone.course.OwedByCall;
import io.carryon.gateway.phone.course.PersonRequests;
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

    private final PersonRequests requests;
    private final CallLog calls;
    private final OwedByCall owed;
    private final SensitiveInput sensitive;
    private final AnnouncedCalls announced;
    private final CallContacts contacts;
    private final TakenByBroker taken;
    private final AwaitedAnswers line;
    private final ZeroOutAnswers answers;
    private final ObjectMapper json;
    private final PhoneConfig config;
    private final Clock clock;

    public ZeroOut(
            PersonRequests requests,
            CallLog calls,
            OwedByCall owed,
            SensitiveInput sensitive,
            AnnouncedCalls announced,
            CallContacts contacts,
            TakenByBroker taken,
            AwaitedAnswers line,
            ZeroOutAnswers answers,
            ObjectMapper json,
            PhoneConfig config,
            Clock clock) {
        this.requests = requests;
        this.calls = calls;
        this.owed = owed;
        this.sensitive = sensitive;
        this.announced = announced;
        this.contacts = contacts;
        this.taken = taken;
        this.line = line;
        this.answers = answers;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** The answer, and whether it is known to be the first to this call. */
    public record Answered(IvrAnswers.ZeroOutAnswer answer, boolean first) {}

    /** Answers in the time configured; throws ContactNotAccepted when neither broker nor database took the contact. */
    public Answered press(Call asked) {
        return press(Deadline.in(config.answerDeadline()), asked);
    }

    /** The same by a moment that other work for the request shares. */
    public Answered press(Deadline deadline, Call asked) {
        var told = announced.completed(sensitive.masked(asked));
        var storing = Deadline.begin(() -> requests.add(told));
        // What is published first is what the others keep, so the row, which knows most, is worth a wait.
        var stored = deadline.await(storing, config.storeDeadline());
        var before = stored.flatMap(noted -> kept(noted.call()));
        if (before.isPresent()) {
            return new Answered(before.get(), false);
        }
        var call = stored.map(CallLog.Noted::call).orElse(told);
        if (call.course().wantedAt() != null) {
            Deadline.THREADS.execute(() -> owed.publish(call.contactId()));
        }
        var awaited = line.expect(call.contactId());
        if (call.publishedAt() == null
                && deadline.await(publish(call, storing), config.ackDeadline()).isEmpty()
                && stored.isEmpty()
                && !isStoredByNow(storing)) {
            throw new ContactNotAccepted("Neither broker nor database took the call " + call.contactId(), null);
        }
        var ignored = deadline.await(awaited.both(), config.answerDeadline());
        var answer = answers.of(call, awaited);
        if (stored.isPresent() && !answer.degraded()) {
            keep(call, answer);
        }
        return new Answered(answer, stored.map(CallLog.Noted::first).orElse(false));
    }

    private static boolean isStoredByNow(CompletableFuture<CallLog.Noted> storing) {
        return storing.isDone() && !storing.isCompletedExceptionally();
    }

    // An acknowledgement that comes after the caller was answered still spares the job a second publication. It is
    // noted after the row is there, however late that is; until then it is known here what the row does not say.
    private CompletableFuture<IntakeLog.Arrival> publish(Call call, CompletableFuture<CallLog.Noted> storing) {
        var publishing = Deadline.begin(() -> {
            var arrival = contacts.publish(call);
            if (!isStoredByNow(storing)) {
                taken.remember(call, arrival);
            }
            return arrival;
        });
        publishing
                .thenAcceptBothAsync(storing, (arrival, row) -> published(arrival, row.call()), Deadline.THREADS)
                .exceptionally(e -> {
                    LOG.debugf("Publication of call %s is left to the job: %s", call.contactId(), e.getMessage());
                    return null;
                });
        return publishing;
    }

    private void published(IntakeLog.Arrival arrival, Call row) {
        calls.published(arrival, clock.instant());
        // Later entries wait for the contact; what else is owed was published by whoever told of it.
        if (row.course().entries() > 0) {
            owed.publish(arrival.contactId());
        }
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
