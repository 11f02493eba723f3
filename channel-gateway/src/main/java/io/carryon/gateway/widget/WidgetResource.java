package io.carryon.gateway.widget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatSessionForm;
import io.carryon.gateway.chat.ChatSessions;
import io.carryon.gateway.chat.SessionOpened;
import io.carryon.gateway.chat.Visitor;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.door.Submissions.Submission;
import io.carryon.gateway.guard.ClientAddress;
import io.carryon.gateway.guard.Guard;
import io.carryon.gateway.guard.GuardedRequest;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.Site;
import io.carryon.gateway.site.Sites;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The door of visitors' browsers: what a site's widget shows, and chats for whoever is no bot. */
@Path("/v1/widget")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@PermitAll
@RunOnVirtualThread
@Tag(name = "Widget", description = "Open to the world, for the widget of configured sites.")
public class WidgetResource {

    private static final String DOOR = "widget";

    private final Sites sites;
    private final Guard guard;
    private final ChatSessions chats;
    private final SignedVisitor signed;
    private final JsonBody body;
    private final ObjectMapper json;
    private final SiteViews views;

    WidgetResource(
            Sites sites,
            Guard guard,
            ChatSessions chats,
            SignedVisitor signed,
            JsonBody body,
            ObjectMapper json,
            SiteViews views) {
        this.sites = sites;
        this.guard = guard;
        this.chats = chats;
        this.signed = signed;
        this.body = body;
        this.json = json;
        this.views = views;
    }

    @GET
    @Path("/sites/{key}")
    @Operation(
            operationId = "getWidgetSite",
            summary = "What a site's widget shows",
            description = "With a fresh challenge, to be solved while the visitor writes.")
    @APIResponse(
            responseCode = "200",
            description = "The site as it is now",
            content = @Content(schema = @Schema(implementation = WidgetSite.class)))
    @APIResponse(responseCode = "404", description = "No site has this key")
    public RestResponse<WidgetSite> site(
            @Parameter(example = "demo-site-of-this-machine") @PathParam("key") String key,
            @Parameter(example = "pl", description = "What the visitor reads") @QueryParam("language") @LanguageTag
                    String language) {
        return RestResponse.ResponseBuilder.ok(views.of(known(key), language))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openWidgetChat",
            summary = "Open a chat for the visitor of a site",
            description =
                    "The visitor's e-mail address is taken as claimed, unless the site's server signed who they are."
                            + " The token lets the browser read and write this one chat.")
    @APIResponse(
            responseCode = "201",
            description = "Open, now or under this clientId before",
            content = @Content(schema = @Schema(implementation = SessionOpened.class)))
    @APIResponse(responseCode = "403", description = "A bot, a proof that is no good, or a page of another site")
    @APIResponse(responseCode = "404", description = "No site has this key")
    @APIResponse(responseCode = "422", description = "The clientId was used for another chat")
    @APIResponse(responseCode = "429", description = "Too many of this address or network; see Retry-After")
    public RestResponse<SessionOpened> open(
            HttpServerRequest request,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = WidgetSessionForm.class)))
                    byte[] sent)
            throws JsonProcessingException {
        var form = body.read(sent, WidgetSessionForm.class);
        var site = known(form.site());
        OwnPages.check(site, request);
        guard.admit(new GuardedRequest(DOOR, ClientAddress.of(request), form.website(), form.proof()));
        var chat = new ChatSessionForm(
                visitor(site, form), form.pageUrl(), form.language(), topic(site, form), form.selfServiceSession());
        var opened = chats.open(new Submission<>(
                site.client(), new IdempotencyKey(form.clientId()), chat, json.writeValueAsBytes(chat)));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, opened)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Visitor visitor(Site site, WidgetSessionForm form) {
        if (form.identity() != null) {
            return signed.of(site, form.identity());
        }
        var claimed = form.visitor();
        return claimed == null ? null : new Visitor(claimed.name(), claimed.email(), null, false);
    }

    /** Reports group by topics, so the world does not make up what there is to choose. */
    private static String topic(Site site, WidgetSessionForm form) {
        if (form.topic() != null && !site.topics().isEmpty() && !site.topics().containsKey(form.topic())) {
            throw ProblemException.invalid("/topic", "must be one of the site's topics");
        }
        return form.topic();
    }

    private Site known(String key) {
        return sites.withKey(key)
                .orElseThrow(() -> ProblemException.notFound(
                        "Put the key of a configured site in the page's script tag (data-key)."));
    }
}
