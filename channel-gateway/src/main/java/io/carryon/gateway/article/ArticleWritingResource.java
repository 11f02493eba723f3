package io.carryon.gateway.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.door.Revision;
import io.carryon.gateway.door.Submissions;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where staff write the articles by which customers help themselves, and say that they are right. */
@Path(ArticleResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({"agent", "supervisor", "admin"})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Articles", description = "What customers read to help themselves.")
public class ArticleWritingResource {

    private final ArticleStore store;
    private final Submissions submissions;
    private final JsonBody json;
    private final SecurityIdentity identity;

    ArticleWritingResource(ArticleStore store, Submissions submissions, JsonBody json, SecurityIdentity identity) {
        this.store = store;
        this.submissions = submissions;
        this.json = json;
        this.identity = identity;
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
        return RestResponse.ResponseBuilder.<Article>created(URI.create(ArticleResource.PATH + "/" + id))
                .header("ETag", Revision.tag(article.revision()))
                .entity(article)
                .build();
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
        return ArticleResource.answer(
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
        return ArticleResource.answer(store.verify(id, me()).orElseThrow(ArticleResource::unknown));
    }

    private RestResponse<Article> moved(UUID id, String ifMatch, ArticleStatus to) {
        var seen = seen(id, ifMatch);
        return ArticleResource.answer(
                store.move(id, seen.revision(), to, me()).orElseThrow(() -> Revision.stale("article")));
    }

    private Article seen(UUID id, String ifMatch) {
        var article = known(id);
        Revision.require(ifMatch, "article", article.revision());
        return article;
    }

    private Article known(UUID id) {
        return store.find(id).orElseThrow(ArticleResource::unknown);
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
}
