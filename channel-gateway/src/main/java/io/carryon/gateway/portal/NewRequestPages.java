package io.carryon.gateway.portal;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.selfservice.PortalRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Where a request is made. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NewRequestPages {

    private static final String DOOR = "help-request";
    private static final String METHOD = "signed-link";

    private final Visit visit;
    private final HelpAnswers answers;
    private final HelpErrors errors;
    private final PageRequests forms;
    private final PortalRequests requests;
    private final SignedLinks links;
    private final Drafts drafts;
    private final GuardedForm guard;
    private final PageArticles articles;
    private final HelpConfig config;

    NewRequestPages(
            Visit visit,
            HelpAnswers answers,
            HelpErrors errors,
            PageRequests forms,
            PortalRequests requests,
            SignedLinks links,
            Drafts drafts,
            GuardedForm guard,
            PageArticles articles,
            HelpConfig config) {
        this.visit = visit;
        this.answers = answers;
        this.errors = errors;
        this.forms = forms;
        this.requests = requests;
        this.links = links;
        this.drafts = drafts;
        this.guard = guard;
        this.articles = articles;
        this.config = config;
    }

    @ServerExceptionMapper
    Response refused(ProblemException problem) {
        return errors.of(visit, problem);
    }

    @GET
    @Path("requests/new")
    @Operation(hidden = true)
    public Response form(@QueryParam("subject") String subject) {
        return shown(200, FilledForm.empty(visit.viewer().name(), subject));
    }

    /** The same form with what was typed: in another language, or with articles that may answer it. Nothing is sent. */
    @POST
    @Path("requests/new")
    @Operation(hidden = true)
    public Response look(
            @RestForm String word,
            @RestForm String name,
            @RestForm String email,
            @RestForm String phone,
            @RestForm String topic,
            @RestForm String subject,
            @RestForm String text,
            @QueryParam("lang") String language) {
        visit.checkForm(word);
        var fields = new RequestFields(name, email, phone, topic, subject, text, "", "");
        var proposals = language != null || (fields.subject() + fields.text()).isEmpty()
                ? articles.unasked(visit)
                : articles.to(visit, fields.subject(), fields.text());
        return shown(200, FilledForm.again(fields, Set.of()), proposals);
    }

    @POST
    @Path("requests")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response submit(
            @RestForm String word,
            @RestForm String key,
            @RestForm String website,
            @RestForm String proof,
            @RestForm String name,
            @RestForm String email,
            @RestForm String phone,
            @RestForm String topic,
            @RestForm String subject,
            @RestForm String text,
            @RestForm("files") List<FileUpload> files) {
        visit.checkForm(word);
        var viewer = visit.viewer();
        var fields = new RequestFields(
                name,
                viewer.isSignedIn() ? viewer.email() : email,
                phone,
                topic,
                subject,
                text,
                visit.language(),
                visit.trail());
        var wrong = wrong(fields);
        if (!wrong.isEmpty()) {
            return shown(400, FilledForm.again(fields, wrong));
        }
        if (viewer.isSignedIn()) {
            guard.limit(visit, DOOR);
        } else if (!guard.admits(visit, DOOR, website, proof)) {
            return toBeConfirmed(fields);
        }
        try {
            var accepted = forms.submit(viewer, key, fields, visit.language(), files);
            if (viewer.isSignedIn()) {
                return answers.to(visit, "/help/requests/" + accepted.reference() + "?done=sent");
            }
            links.send(requests.known(visit.viewerOf(accepted.contactId()), accepted.reference()), visit.language());
            return answers.to(visit, "/help/sent/" + accepted.reference());
        } catch (PageRequests.WrongFields e) {
            return shown(400, FilledForm.again(fields, e.fields()));
        }
    }

    /** A browser without scripts proves nothing: its owner does, by the mail. */
    private Response toBeConfirmed(RequestFields fields) {
        if (fields.email().isEmpty()) {
            return shown(400, FilledForm.again(fields, Set.of("email")));
        }
        drafts.keep(fields, visit.language());
        return answers.to(visit, "/help/sent");
    }

    @GET
    @Path("sent")
    @Operation(hidden = true)
    public Response toConfirm() {
        return answers.page(visit, HelpTemplates.sent(visit.page(), "confirm_sent", "confirm_sent_text", null));
    }

    @GET
    @Path("sent/{reference}")
    @Operation(hidden = true)
    public Response sent(@PathParam("reference") String reference) {
        var known = io.carryon.gateway.selfservice.Reference.typed(reference);
        if (known.isEmpty()) {
            return errors.of(visit, 404, "not_found");
        }
        return answers.page(
                visit,
                HelpTemplates.sent(
                        visit.page(), "sent_title", "sent_text", known.get().value()));
    }

    @GET
    @Path("confirm/{token}")
    @Operation(hidden = true)
    public Response confirm(@PathParam("token") String token) {
        return drafts.isWaiting(token)
                ? answers.page(visit, HelpTemplates.confirm(visit.page(), token))
                : errors.of(visit, 404, "link");
    }

    @POST
    @Path("confirm/{token}")
    @Operation(hidden = true)
    public Response confirmed(@PathParam("token") String token, @RestForm String word) {
        visit.checkForm(word);
        var fields = drafts.find(token);
        if (fields.isEmpty()) {
            return errors.of(visit, 404, "link");
        }
        visit.begin(new Sessions.Proved(fields.get().email(), null, null, METHOD));
        try {
            // The token is the key: following the link twice makes one request.
            var accepted = forms.submit(
                    visit.proved(fields.get().email(), METHOD),
                    Secrets.hash(token),
                    fields.get(),
                    fields.get().language(),
                    List.of());
            drafts.done(token, fields.get().email());
            return answers.to(visit, "/help/requests/" + accepted.reference() + "?done=sent");
        } catch (PageRequests.WrongFields e) {
            return shown(400, FilledForm.again(fields.get(), e.fields()));
        }
    }

    private Set<String> wrong(RequestFields fields) {
        var wrong = new java.util.HashSet<String>();
        if (fields.subject().isEmpty()) {
            wrong.add("subject");
        }
        if (fields.text().isEmpty()) {
            wrong.add("text");
        }
        if (!visit.viewer().isSignedIn()
                && !EmailAddress.isOne(fields.email())
                && (!fields.email().isEmpty() || fields.phone().isEmpty())) {
            wrong.add("email");
        }
        if (!fields.phone().isEmpty()
                && fields.phone().chars().filter(Character::isDigit).count() < 5) {
            wrong.add("phone");
        }
        return wrong;
    }

    private Response shown(int status, FilledForm form) {
        return shown(status, form, articles.unasked(visit));
    }

    private Response shown(int status, FilledForm form, Proposals proposals) {
        var topics = config.topics().entrySet().stream()
                .map(topic -> Map.entry(topic.getKey(), topic.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .toList();
        var page = visit.page().withForm("request-form", "/help/requests/new");
        return answers.page(visit, status, HelpTemplates.newRequest(page, form, topics, proposals));
    }
}
