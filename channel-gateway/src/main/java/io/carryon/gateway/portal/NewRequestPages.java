package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.PortalRequests;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Where a request is made. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NewRequestPages {

    private static final String DOOR = "help-request";

    private final Visit visit;
    private final HelpAnswers answers;
    private final PageRequests forms;
    private final PortalRequests requests;
    private final SignedLinks links;
    private final Drafts drafts;
    private final GuardedForm guard;
    private final PageArticles articles;
    private final RequestForm form;

    NewRequestPages(
            Visit visit,
            HelpAnswers answers,
            PageRequests forms,
            PortalRequests requests,
            SignedLinks links,
            Drafts drafts,
            GuardedForm guard,
            PageArticles articles,
            RequestForm form) {
        this.visit = visit;
        this.answers = answers;
        this.forms = forms;
        this.requests = requests;
        this.links = links;
        this.drafts = drafts;
        this.guard = guard;
        this.articles = articles;
        this.form = form;
    }

    @GET
    @Path("requests/new")
    @Operation(hidden = true)
    public Response form(@QueryParam("subject") String subject) {
        return form.shown(visit, 200, FilledForm.empty(visit.viewer().name(), subject));
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
            @RestForm("files") List<String> files,
            @QueryParam("lang") String language) {
        visit.checkForm(word);
        var fields = new RequestFields(name, email, phone, topic, subject, text, "", "");
        var proposals = language != null || (fields.subject() + fields.text()).isEmpty()
                ? articles.unasked(visit)
                : articles.to(visit, fields.subject(), fields.text());
        // Of files, browsers send the names here, and nothing where none was chosen.
        var chosen = files != null && files.stream().anyMatch(file -> !file.isBlank());
        return form.shown(visit, 200, FilledForm.again(fields, Set.of()).without(chosen), proposals);
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
        var typed = new RequestFields(name, email, phone, topic, subject, text, visit.language(), visit.trail());
        FormSending sending = () -> sent(key, website, proof, typed, files);
        return sending.or(
                wrong -> form.shown(visit, 400, FilledForm.again(typed, wrong).without(PageRequests.hasFiles(files))),
                status -> form.shown(
                        visit, status, FilledForm.refused(key, typed).without(PageRequests.hasFiles(files))));
    }

    private Response sent(String key, String website, String proof, RequestFields typed, List<FileUpload> files)
            throws PageRequests.WrongFields {
        var viewer = visit.viewer();
        var fields = viewer.isSignedIn() ? typed.of(viewer.email()) : typed;
        var wrong = wrong(fields);
        if (!wrong.isEmpty()) {
            throw new PageRequests.WrongFields(wrong);
        }
        if (viewer.isSignedIn()) {
            guard.limit(visit, DOOR);
        } else if (!guard.admits(visit, DOOR, website, proof)) {
            return toBeConfirmed(fields, PageRequests.hasFiles(files));
        }
        var accepted = forms.submit(viewer, key, fields, visit.language(), files);
        if (viewer.isSignedIn()) {
            return answers.to(visit, "/help/requests/" + accepted.reference() + "?done=sent");
        }
        links.send(requests.known(visit.viewerOf(accepted.contactId()), accepted.reference()), visit.language());
        return answers.to(visit, "/help/sent/" + accepted.reference());
    }

    /** A browser without scripts proves nothing: its owner does, by the mail. */
    private Response toBeConfirmed(RequestFields fields, boolean hasFiles) throws PageRequests.WrongFields {
        if (fields.email().isEmpty()) {
            throw new PageRequests.WrongFields(Set.of("email"));
        }
        drafts.keep(fields, visit.language());
        return answers.to(visit, hasFiles ? "/help/sent?files=left" : "/help/sent");
    }

    private Set<String> wrong(RequestFields fields) {
        var wrong = new HashSet<String>();
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
}
