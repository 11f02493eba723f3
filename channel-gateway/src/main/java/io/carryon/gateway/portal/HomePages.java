package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.PortalViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first page, where a request stands, the ways to a person, and what is said of pages there are not. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePages {

    private static final int REFERENCE_LIMIT = 40;

    private final Visit visit;
    private final HelpAnswers answers;
    private final HelpErrors errors;
    private final PortalViews views;
    private final PageArticles articles;

    HomePages(Visit visit, HelpAnswers answers, HelpErrors errors, PortalViews views, PageArticles articles) {
        this.visit = visit;
        this.answers = answers;
        this.errors = errors;
        this.views = views;
        this.articles = articles;
    }

    @GET
    @Operation(hidden = true)
    public Response home() {
        return answers.page(visit, HelpTemplates.home(visit.page(), articles.first(visit)));
    }

    @GET
    @Path("status")
    @Operation(hidden = true)
    public Response status(@QueryParam("reference") String reference) {
        var typed = reference == null ? "" : reference.strip();
        var found = typed.length() > REFERENCE_LIMIT ? null : views.state(typed).orElse(null);
        return answers.page(visit, HelpTemplates.status(visit.page(), found, typed));
    }

    @GET
    @Path("human")
    @Operation(hidden = true)
    public Response human() {
        return answers.page(visit, HelpTemplates.human(visit.page()));
    }

    @GET
    @Path("{rest:.+}")
    @Operation(hidden = true)
    public Response nothing() {
        return errors.of(visit, 404, "not_found");
    }
}
