package io.carryon.gateway.article;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.site.Sites;
import io.carryon.gateway.storage.StorageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Proposes answers to what a customer is writing on a portal. */
@Path("/portal/v1/suggest")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed("portal")
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service")
public class SuggestResource {

    private static final Logger LOG = Logger.getLogger(SuggestResource.class);
    private static final int LONGEST = 500;

    private final Shelf shelf;
    private final ArticlesConfig config;

    SuggestResource(Shelf shelf, ArticlesConfig config) {
        this.shelf = shelf;
        this.config = config;
    }

    @GET
    @Operation(
            operationId = "suggestArticles",
            summary = "Articles that may answer a request before it is submitted",
            description = "Show them beside the form, never before it: whatever this answers, the request is taken."
                    + " It answers without articles when they cannot be looked up.")
    @APIResponse(
            responseCode = "200",
            description = "A few articles, perhaps none",
            content = @Content(schema = @Schema(implementation = HelpResource.Found.class)))
    public HelpResource.Found suggest(
            @Parameter(example = "The invoice is wrong") @QueryParam("q") String words,
            @Parameter(example = "en") @QueryParam("language") String language) {
        try {
            return new HelpResource.Found(shelf.propose(
                    Text.cut(words == null ? "" : words, LONGEST),
                    Shelf.languages(language, Sites.LANGUAGES),
                    config.suggestions()));
        } catch (StorageException e) {
            LOG.warnf("Articles could not be proposed: %s", e.getMessage());
            return new HelpResource.Found(List.of());
        }
    }
}
