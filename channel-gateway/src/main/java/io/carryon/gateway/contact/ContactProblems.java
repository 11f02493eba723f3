package io.carryon.gateway.contact;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.problem.ProblemMappers;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells whoever sent a contact that it was not taken, and when to send it again. */
public class ContactProblems {

    private static final Logger LOG = Logger.getLogger(ContactProblems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final ProblemMappers problems = new ProblemMappers();

    /** The archive is full or away: whatever was sent may be sent again. */
    @ServerExceptionMapper
    public Response notKept(ArchiveUnavailable e) {
        LOG.errorf(e, "%s", e.getMessage());
        return problems.known(ProblemException.unavailable(
                "The originals cannot be kept or read now. Send the same request again.", RETRY_AFTER));
    }

    @ServerExceptionMapper
    public Response notAccepted(ContactNotAccepted e) {
        return problems.known(ProblemException.unavailable(
                "The contact was not stored. Send the same request again.", ContactNotAccepted.RETRY_AFTER));
    }

    @ServerExceptionMapper
    public Response refused(ContactRefused e) {
        return problems.known(ProblemException.of(
                413, "too-large", "The contact is too large", "Shorten it, or send it in several parts."));
    }
}
