package io.carryon.gateway.article;

import io.carryon.gateway.door.Cursor;
import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.door.Revision;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where staff find the articles by which customers help themselves, and what there is none for. */
@Path(ArticleResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({"agent", "supervisor", "admin"})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Articles", description = "What customers read to help themselves.")
public class ArticleResource {

    static final String PATH = "/v1/articles";

    private static final String LANGUAGE = "en|de|fr|es|pl|ro|lt";

    private final ArticleStore store;
    private final Misses misses;

    ArticleResource(ArticleStore store, Misses misses) {
        this.store = store;
        this.misses = misses;
    }

    /** What was not found, the most frequent first. */
    @Schema(name = "ArticleMisses")
    public record MissList(List<Misses.Miss> items) {}

    @GET
    @Operation(operationId = "listArticles", summary = "List articles, newest first")
    @APIResponse(responseCode = "200", description = "A page of articles")
    public Cursor.Page<Article> list(
            @QueryParam("q") @Size(max = 200) @Parameter(description = "Words they must have") String words,
            @QueryParam("language") @Pattern(regexp = LANGUAGE) String language,
            @Parameter(schema = @Schema(implementation = ArticleStatus.class)) @QueryParam("status") String status,
            @QueryParam("overdue")
                    @DefaultValue("false")
                    @Parameter(description = "Only those published that nobody found right for too long")
                    boolean overdue,
            @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "25"))
                    @QueryParam("limit")
                    String limit) {
        var wanted = QueryWords.word(ArticleStatus.class, "status", status);
        var size = QueryWords.limit(limit, 25, 100);
        var query = "articles %s %s %s %s".formatted(language, wanted, overdue, words);
        var sought = words == null || words.isBlank() ? null : words.strip();
        var found = store.list(sought, language, wanted, overdue, Cursor.position(cursor, query), size + 1);
        return Cursor.page(found, size, Article::place, query);
    }

    @GET
    @Path("/misses")
    @Operation(
            operationId = "listArticleMisses",
            summary = "What customers looked for in the last 30 days and did not find",
            description = "Counted, without who or when; words with addresses or numbers in them are left out, and so"
                    + " is what was looked for once only.")
    @APIResponse(responseCode = "200", description = "The most frequent first")
    public MissList misses(
            @QueryParam("language") @Pattern(regexp = LANGUAGE) String language,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    String limit) {
        return new MissList(misses.list(language, QueryWords.limit(limit, 100, 1_000)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getArticle", summary = "One article", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = Article.class)))
    @APIResponse(responseCode = "404", description = "No such article")
    public RestResponse<Article> get(UUID id) {
        return answer(store.find(id).orElseThrow(ArticleResource::unknown));
    }

    /** 404. */
    static ProblemException unknown() {
        return ProblemException.notFound("There is no article with this id. List them at " + PATH + ".");
    }

    /** The article with the tag that is needed to change it. */
    static RestResponse<Article> answer(Article article) {
        return RestResponse.ResponseBuilder.ok(article)
                .header("ETag", Revision.tag(article.revision()))
                .build();
    }
}
