package io.carryon.ticketing.limits;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says with each answer how much a caller may still ask, as draft-ietf-httpapi-ratelimit-headers has it, and refuses what
 * is more. Health and metrics are no operations of the API, and are not counted.
 */
@ApplicationScoped
public class RateLimitFilter {

    private static final String STANDING = RateLimitFilter.class.getName();
    private static final String NAME = "\"default\"";

    private final RateLimit limit;
    private final LimitConfig config;
    private final SignedIn signedIn;

    RateLimitFilter(LimitConfig config, SignedIn signedIn, Clock clock) {
        this.limit = new RateLimit(config.requests(), config.window(), clock);
        this.config = config;
        this.signedIn = signedIn;
    }

    @ServerRequestFilter
    public void count(ContainerRequestContext request) {
        var caller = request.getSecurityContext().getUserPrincipal() == null ? null : signedIn.id();
        if (caller == null || config.requests() == 0) {
            return;
        }
        var standing = limit.count(caller);
        request.setProperty(STANDING, standing);
        if (standing.exceeded()) {
            throw ProblemException.tooMany(
                    "You may ask %d times in %d seconds: go on after the time in Retry-After."
                            .formatted(config.requests(), config.window().toSeconds()),
                    Duration.ofSeconds(seconds(standing)));
        }
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STANDING) instanceof RateLimit.Standing standing) {
            var headers = response.getHeaders();
            headers.putSingle(
                    "RateLimit-Policy",
                    "%s;q=%d;w=%d"
                            .formatted(NAME, config.requests(), config.window().toSeconds()));
            headers.putSingle("RateLimit", "%s;r=%d;t=%d".formatted(NAME, standing.remaining(), seconds(standing)));
        }
    }

    /** Begun seconds count: who waits as long as told is not refused again. */
    private static long seconds(RateLimit.Standing standing) {
        return standing.reset().plusNanos(999_999_999).toSeconds();
    }
}
