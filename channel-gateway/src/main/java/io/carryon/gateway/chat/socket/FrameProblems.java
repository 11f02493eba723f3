package io.carryon.gateway.chat.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.ContactProblems;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.problem.ProblemMappers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What went wrong with a frame, in the words REST would use for it. */
@ApplicationScoped
public class FrameProblems {

    private final ProblemMappers rest = new ProblemMappers();
    private final ContactProblems contacts = new ContactProblems();

    ServerFrame.Error of(String clientId, Exception failure) {
        return ServerFrame.Error.of(
                clientId,
                problem(
                        switch (failure) {
                            case ProblemException known -> rest.known(known);
                            case JsonProcessingException unreadable -> rest.unreadable(unreadable);
                            case ContactNotAccepted broker -> contacts.notAccepted(broker);
                            case ArchiveUnavailable archive -> contacts.notKept(archive);
                            default -> rest.unexpected(failure);
                        }));
    }

    ServerFrame.Error notAllowed(String why) {
        return of(null, ProblemException.of(401, "unauthorized", "The chat needs a valid token", why));
    }

    ServerFrame.Error tooFast() {
        return of(
                null,
                ProblemException.of(
                        429, "too-fast", "Too many frames", "Resume after a pause; nothing acknowledged is lost."));
    }

    private static Problem problem(Response answer) {
        return (Problem) answer.getEntity();
    }
}
