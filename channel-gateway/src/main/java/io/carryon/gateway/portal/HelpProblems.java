package io.carryon.gateway.portal;

import io.carryon.gateway.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Where pages are, no problem goes out: whatever was refused or failed, and wherever, a page says what to do. */
public class HelpProblems {

    private final Visit visit;
    private final HelpErrors errors;

    HelpProblems(Visit visit, HelpErrors errors) {
        this.visit = visit;
        this.errors = errors;
    }

    /** Puts the page in the problem's place; how long to wait stays. */
    @ServerResponseFilter
    public void told(ContainerRequestContext request, ContainerResponseContext answer) {
        var path = request.getUriInfo().getPath();
        if (answer.getEntity() instanceof Problem problem && HelpErrors.areAt(path)) {
            var page = errors.of(visit, problem.status());
            answer.getHeaders().putAll(page.getHeaders());
            answer.setEntity(page.getEntity(), new Annotation[0], page.getMediaType());
        }
    }
}
