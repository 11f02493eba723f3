package io.carryon.gateway.recognition;

import io.carryon.gateway.storage.DatabaseAway;
import io.quarkus.arc.All;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Keeps questions and shows them to customers who are here, for as long as it takes the database to come back. */
@ApplicationScoped
public class AskedQuestions {

    private final QuestionStore store;
    private final List<QuestionFollower> followers;

    public AskedQuestions(QuestionStore store, @All List<QuestionFollower> followers) {
        this.store = store;
        this.followers = followers;
    }

    /** Ends the questions that staff have settled; keeps the others, one kept before as it is, and shows what is open. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 100)
    @RetryWhen(exception = DatabaseAway.class)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    public void take(List<RecognitionQuestion> questions, List<ContactLinked> linked) {
        store.settle(linked.stream().filter(ContactLinked::isStaffs).toList());
        if (!questions.isEmpty()) {
            store.add(questions);
            var open = store.open(
                    questions.stream().map(RecognitionQuestion::contactId).toList());
            followers.forEach(follower -> follower.asked(open));
        }
    }
}
