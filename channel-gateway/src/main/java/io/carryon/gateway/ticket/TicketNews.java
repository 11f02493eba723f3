package io.carryon.gateway.ticket;

import io.carryon.gateway.storage.DatabaseAway;
import io.quarkus.arc.All;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Tells every channel of tickets' changes, for as long as it takes the database to come back. */
@ApplicationScoped
public class TicketNews {

    private final List<TicketFollower> followers;

    public TicketNews(@All List<TicketFollower> followers) {
        this.followers = followers;
    }

    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 100)
    @RetryWhen(exception = DatabaseAway.class)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    public void tell(List<TicketChanged> tickets) {
        followers.forEach(follower -> follower.follow(tickets));
    }
}
