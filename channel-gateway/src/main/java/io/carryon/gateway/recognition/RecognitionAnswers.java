package io.carryon.gateway.recognition;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.operations.NotAcknowledged;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.OwedRound;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes customers' answers: first into the database, then to the broker. What the broker did not take a job publishes
 * again, so that an answer once noted is never lost.
 */
@ApplicationScoped
public class RecognitionAnswers {

    private static final Logger LOG = Logger.getLogger(RecognitionAnswers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** Longer than the attempt made while the customer waited. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final QuestionStore store;
    private final AnswerOutlet outlet;

    public RecognitionAnswers(QuestionStore store, AnswerOutlet outlet) {
        this.store = store;
        this.outlet = outlet;
    }

    /** Returns once the broker has the answer; 503 when it has not in time, 409 when nothing was asked. */
    public AnswerTaken answer(UUID contactId, boolean same, Channel channel) {
        var noted = note(contactId, same, channel);
        if (!publish(noted)) {
            throw ProblemException.unavailable(
                    "The answer was not passed on. Send the same request again.", RETRY_AFTER);
        }
        return AnswerTaken.of(noted);
    }

    /** Makes the answer durable here; it is published by {@link #publish} or else by the job. 409 as above. */
    public QuestionStore.Answer note(UUID contactId, boolean same, Channel channel) {
        return store.answer(contactId, same, channel)
                .orElseThrow(() -> ProblemException.conflict(
                        "nothing-asked",
                        "There is no recognition question about this contact to answer, or staff have settled it. Ask for its state again and"
                                + " answer only what is asked there; what else there is to say is a message."));
    }

    /** Whether the broker has a noted answer, now or before; false when it does not take it in time. */
    public boolean publish(QuestionStore.Answer noted) {
        if (noted.published()) {
            return true;
        }
        try {
            outlet.publish(noted.event());
        } catch (NotAcknowledged e) {
            LOG.warn(e.getMessage());
            return false;
        }
        store.published(noted);
        return true;
    }

    @Scheduled(every = "{carryon.phone.republish-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publishOwed() {
        OwedRound.whenStored("Recognition answers are", () -> publishOlderThan(GRACE));
    }

    /**
     * Publishes what is owed for longer than this; stops at the first that the broker does not take, as the others would
     * wait as long. What fails is tried behind the others next time. Returns how many the broker took.
     */
    public int publishOlderThan(Duration age) {
        return OwedRound.of(store.owedLongerThan(age), this::publish, store::failed)
                .settled();
    }
}
