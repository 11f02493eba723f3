package io.carryon.gateway.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.guard.ClientAddress;
import io.carryon.gateway.guard.Guard;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.PageOrigin;
import io.carryon.gateway.site.Site;
import io.carryon.gateway.site.Sites;
import io.carryon.gateway.trail.SessionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Articles for pages of configured sites: open to the world, and to no other site's pages. */
@Path(HelpResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@PermitAll
@RunOnVirtualThread
@Tag(name = "Help", description = "Articles for customers, open to the world for pages of configured sites.")
public class HelpResource {

    static final String PATH = "/v1/help/articles";

    /** Carries the random id of a browser's visit. */
    public static final String SESSION = "Carryon-Self-Service";

    private static final String DOOR = "help";
    private static final String KEY = "demo-site-of-this-machine";

    private final Shelf shelf;
    private final Sites sites;
    private final Guard guard;
    private final ArticlesConfig config;
    private final JsonBody json;

    HelpResource(Shelf shelf, Sites sites, Guard guard, ArticlesConfig config, JsonBody json) {
        this.shelf = shelf;
        this.sites = sites;
        this.guard = guard;
        this.config = config;
        this.json = json;
    }

    /** What was found, the best first. */
    @Schema(name = "FoundArticles")
    public record Found(List<FoundArticle> items) {}

    /** Whether an article helped. */
    @Schema(name = "ArticleHelpful", additionalProperties = Schema.False.class)
    public record Helpful(@NotNull Boolean helpful) {}

    @GET
    @Operation(
            operationId = "searchArticles",
            summary = "Articles with these words",
            description = "Words in any of their forms, the last perhaps incomplete, with a letter or two wrong. What"
                    + " there is not in the language is looked for in the site's first one.")
    @APIResponse(
            responseCode = "200",
            description = "At most limit articles, perhaps none",
            content = @Content(schema = @Schema(implementation = Found.class)))
    @APIResponse(responseCode = "403", description = "A page of another site")
    @APIResponse(responseCode = "404", description = "No site has this key")
    @APIResponse(responseCode = "429", description = "Too many of this address or network; see Retry-After")
    public RestResponse<Found> search(
            HttpServerRequest request,
            @Parameter(example = "download invoice") @QueryParam("q") @Size(max = 200) String words,
            @Parameter(example = "en") @QueryParam("language") @LanguageTag String language,
            @Parameter(example = KEY) @QueryParam("site") String key,
            @Parameter(description = SessionId.MEANING) @HeaderParam(SESSION) @SessionId String session,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20", defaultValue = "5"))
                    @QueryParam("limit")
                    String limit) {
        var site = admitted(request, key);
        var found = shelf.search(
                words, Shelf.languages(language, site.languages()), session, QueryWords.limit(limit, 5, 20));
        return fresh(new Found(found));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readArticle", summary = "One article, to be read")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = ReadArticle.class)))
    @APIResponse(responseCode = "403", description = "A page of another site")
    @APIResponse(responseCode = "404", description = "No such article is published, or no site has this key")
    @APIResponse(responseCode = "429", description = "Too many of this address or network; see Retry-After")
    public RestResponse<ReadArticle> read(
            HttpServerRequest request,
            UUID id,
            @Parameter(example = KEY) @QueryParam("site") String key,
            @HeaderParam(SESSION) @SessionId String session) {
        admitted(request, key);
        return fresh(shelf.read(id, session));
    }

    @POST
    @Path("/{id}/helpful")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rateArticle",
            summary = "Say whether an article helped",
            description = "Each visit counts once, by its last word.")
    @APIResponse(responseCode = "204", description = "Noted")
    @APIResponse(responseCode = "403", description = "A page of another site")
    @APIResponse(responseCode = "404", description = "No such article is published, or no site has this key")
    @APIResponse(responseCode = "429", description = "Too many of this address or network; see Retry-After")
    public void rate(
            HttpServerRequest request,
            UUID id,
            @Parameter(example = KEY) @QueryParam("site") String key,
            @HeaderParam(SESSION) @SessionId String session,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Helpful.class)))
                    byte[] sent)
            throws JsonProcessingException {
        admitted(request, key);
        shelf.rated(id, given(session), json.read(sent, Helpful.class).helpful());
    }

    @POST
    @Path("/{id}/solved")
    @Operation(
            operationId = "solvedByArticle",
            summary = "Say that an article solved it",
            description = "Counts a visit that needed no contact; a contact that follows takes it back.")
    @APIResponse(responseCode = "204", description = "Noted")
    @APIResponse(responseCode = "403", description = "A page of another site")
    @APIResponse(responseCode = "404", description = "No such article is published, or no site has this key")
    @APIResponse(responseCode = "429", description = "Too many of this address or network; see Retry-After")
    public void solved(
            HttpServerRequest request,
            UUID id,
            @Parameter(example = KEY) @QueryParam("site") String key,
            @HeaderParam(SESSION) @SessionId String session) {
        admitted(request, key);
        shelf.solved(id, given(session));
    }

    private Site admitted(HttpServerRequest request, String key) {
        var site = sites.withKey(key)
                .orElseThrow(() -> ProblemException.notFound("Send the key of a configured site as site."));
        var page = PageOrigin.of(request);
        if (page.isTold() && !page.isOurs() && !site.has(page.origin())) {
            throw ProblemException.of(
                    403,
                    "wrong-origin",
                    "This page may not read the site's articles",
                    "Add the page's origin, scheme, host and port, to the site's origins.");
        }
        guard.admit(DOOR, ClientAddress.of(request), config.perAddress(), config.perNetwork());
        return site;
    }

    private static String given(String session) {
        if (session == null) {
            throw ProblemException.invalid("/" + SESSION, "is needed: a random id of the visit, in this header");
        }
        return session;
    }

    private static <T> RestResponse<T> fresh(T answer) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header("Cache-Control", "no-store")
                .build();
    }
}
