package io.carryon.gateway.contact;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.problem.ProblemMappers;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells whoever sent a contact that it was not taken, and when to send it again. */
public class ContactProblems {

    private final ProblemMappers problems = new ProblemMappers();

    @ServerExceptionMapper
    public Response notAccepted(ContactNotAccepted e) {
        return problems.known(ProblemException.unavailable(
                "The contact was not stored. Send the same request again.", ContactNotAccepted.RETRY_AFTER));
    }
}
