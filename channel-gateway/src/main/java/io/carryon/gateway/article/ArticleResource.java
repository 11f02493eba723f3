package io.carryon.gateway.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.door.Cursor;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.door.Revision;
import io.carryon.gateway.door.Submissions;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where staff keep the articles by which customers help themselves. */
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
    private final Submissions submissions;
    private final JsonBody json;
    private final SecurityIdentity identity;

    ArticleResource(
            ArticleStore store, Misses misses, Submissions submissions, JsonBody json, SecurityIdentity identity) {
        this.store = store;
        this.misses = misses;
        this.submissions = submissions;
        this.json = json;
        this.identity = identity;
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

    @POST
    @RolesAllowed({"supervisor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createArticle", summary = "Write an article, as a draft")
    @APIResponse(
            responseCode = "201",
            description = "It is kept, now or under this key before",
            content = @Content(schema = @Schema(implementation = Article.class)))
    @APIResponse(responseCode = "422", description = "The key was used with another payload")
    public RestResponse<Article> create(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ArticleForm.class)))
                    byte[] sent)
            throws JsonProcessingException {
        var submitted = submissions.read(key, sent, ArticleForm.class);
        var id = ContactId.derive("article", submitted.client(), submitted.key().value());
        var article = store.addIfNew(id, submitted.fingerprint(), submitted.form(), body(submitted.form()), me());
        if (!article.payloadHash().equals(submitted.fingerprint())) {
            throw IdempotencyKey.reused();
        }
        return RestResponse.ResponseBuilder.<Article>created(URI.create(PATH + "/" + id))
                .header("ETag", Revision.tag(article.revision()))
                .entity(article)
                .build();
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
        return answer(known(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"supervisor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeArticle", summary = "Change what an article says")
    @APIResponse(
            responseCode = "200",
            description = "It is changed; one that is published is found by its new words at once",
            content = @Content(schema = @Schema(implementation = Article.class)))
    @APIResponse(responseCode = "404", description = "No such article")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Article> change(
            UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ArticleForm.class)))
                    byte[] sent)
            throws JsonProcessingException {
        var form = json.read(sent, ArticleForm.class);
        var seen = seen(id, ifMatch);
        return answer(
                store.change(id, seen.revision(), form, body(form), me()).orElseThrow(() -> Revision.stale("article")));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(operationId = "publishArticle", summary = "Let customers find an article")
    @APIResponse(responseCode = "200", description = "It is published")
    @APIResponse(responseCode = "404", description = "No such article")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Article> publish(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return moved(id, ifMatch, ArticleStatus.PUBLISHED);
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(operationId = "archiveArticle", summary = "Take an article from where customers find it")
    @APIResponse(responseCode = "200", description = "It is archived")
    @APIResponse(responseCode = "404", description = "No such article")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<Article> archive(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return moved(id, ifMatch, ArticleStatus.ARCHIVED);
    }

    @POST
    @Path("/{id}/verify")
    @Operation(
            operationId = "verifyArticle",
            summary = "Say that an article is right as it is today",
            description = "Customers see the date. Needs no If-Match; with one, only that revision is verified.")
    @APIResponse(responseCode = "200", description = "It is verified by you, today")
    @APIResponse(responseCode = "404", description = "No such article")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Article> verify(UUID id, @HeaderParam("If-Match") String ifMatch) {
        if (ifMatch != null) {
            seen(id, ifMatch);
        }
        return answer(store.verify(id, me()).orElseThrow(ArticleResource::unknown));
    }

    private RestResponse<Article> moved(UUID id, String ifMatch, ArticleStatus to) {
        var seen = seen(id, ifMatch);
        return answer(store.move(id, seen.revision(), to, me()).orElseThrow(() -> Revision.stale("article")));
    }

    private Article seen(UUID id, String ifMatch) {
        var article = known(id);
        Revision.require(ifMatch, "article", article.revision());
        return article;
    }

    private Article known(UUID id) {
        return store.find(id).orElseThrow(ArticleResource::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no article with this id. List them at " + PATH + ".");
    }

    private static ArticleBody body(ArticleForm form) {
        var body = ArticleBody.of(form.body());
        if (body.text().isEmpty()) {
            throw ProblemException.invalid("/body", "must have text in elements that are allowed");
        }
        return body;
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    private static RestResponse<Article> answer(Article article) {
        return RestResponse.ResponseBuilder.ok(article)
                .header("ETag", Revision.tag(article.revision()))
                .build();
    }
}
