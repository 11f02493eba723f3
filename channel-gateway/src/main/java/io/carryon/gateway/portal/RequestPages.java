package io.carryon.gateway.portal;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.door.Downloads;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.recognition.RecognitionAnswers;
import io.carryon.gateway.selfservice.PortalActs;
import io.carryon.gateway.selfservice.PortalRequests;
import io.carryon.gateway.selfservice.PortalViews;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The customer's requests and one of them: what was said, what comes next, and what can be done. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RequestPages {

    private static final int PAGE = 20;
    private static final String DOOR = "help-message";
    private static final Set<String> DONE =
            Set.of("sent", "replied", "closed", "reopened", "rated", "handoff", "callback", "cancelled", "answered");

    private final Visit visit;
    private final HelpAnswers answers;
    private final PortalViews views;
    private final PortalRequests requests;
    private final PortalActs acts;
    private final PageRequests forms;
    private final RecognitionAnswers recognition;
    private final Archive archive;
    private final GuardedForm guard;

    RequestPages(
            Visit visit,
            HelpAnswers answers,
            PortalViews views,
            PortalRequests requests,
            PortalActs acts,
            PageRequests forms,
            RecognitionAnswers recognition,
            Archive archive,
            GuardedForm guard) {
        this.visit = visit;
        this.answers = answers;
        this.views = views;
        this.requests = requests;
        this.acts = acts;
        this.forms = forms;
        this.recognition = recognition;
        this.archive = archive;
        this.guard = guard;
    }

    @GET
    @Path("requests")
    @Operation(hidden = true)
    public Response list(@QueryParam("cursor") String cursor) {
        if (!visit.viewer().isSignedIn()) {
            return answers.to(visit, "/help/sign-in");
        }
        var page = views.own(visit.viewer(), cursor, PAGE);
        return answers.page(visit, HelpTemplates.list(visit.page(), page.items(), page.next()));
    }

    @GET
    @Path("requests/{reference}")
    @Operation(hidden = true)
    public Response request(
            @PathParam("reference") String reference,
            @QueryParam("cursor") String cursor,
            @QueryParam("done") String done) {
        var view = views.view(visit.viewer(), reference, cursor, PAGE);
        var said = done != null && DONE.contains(done) ? "done_" + done : null;
        return answers.page(visit, HelpTemplates.request(visit.page(), view, newKey(), said, null, "", false));
    }

    @POST
    @Path("requests/{reference}/messages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response write(
            @PathParam("reference") String reference,
            @RestForm String word,
            @RestForm String key,
            @RestForm String text,
            @RestForm("files") List<FileUpload> files) {
        visit.checkForm(word);
        FormSending sending = () -> {
            guard.limit(visit, DOOR);
            forms.write(visit.viewer(), reference, key, text, files);
            return done(reference, "replied");
        };
        var hasFiles = PageRequests.hasFiles(files);
        return sending.or(
                wrong -> again(
                        400,
                        reference,
                        newKey(),
                        hasFiles,
                        wrong.contains("files") ? "error_files" : "error_text",
                        text),
                // By its key what stayed the same is said once, whether the first got somewhere or not.
                status -> again(status, reference, key, hasFiles, "form_again", text));
    }

    private Response again(int status, String reference, String key, boolean hasFiles, String problem, String typed) {
        var view = views.view(visit.viewer(), reference, null, PAGE);
        return answers.page(
                visit,
                status,
                HelpTemplates.request(from(reference), view, key, null, problem, typed == null ? "" : typed, hasFiles));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @POST
    @Path("requests/{reference}/close")
    @Operation(hidden = true)
    public Response close(@PathParam("reference") String reference, @RestForm String word, @RestForm String key) {
        visit.checkForm(word);
        acts.close(visit.viewer(), reference, null, IdempotencyKey.of(key));
        return done(reference, "closed");
    }

    @POST
    @Path("requests/{reference}/reopen")
    @Operation(hidden = true)
    public Response reopen(@PathParam("reference") String reference, @RestForm String word, @RestForm String key) {
        visit.checkForm(word);
        acts.reopen(visit.viewer(), reference, null, IdempotencyKey.of(key));
        return done(reference, "reopened");
    }

    @POST
    @Path("requests/{reference}/handoff")
    @Operation(hidden = true)
    public Response handoff(@PathParam("reference") String reference, @RestForm String word, @RestForm String key) {
        visit.checkForm(word);
        acts.handoff(visit.viewer(), reference, null, IdempotencyKey.of(key));
        return done(reference, "handoff");
    }

    @POST
    @Path("requests/{reference}/rating")
    @Operation(hidden = true)
    public Response rate(
            @PathParam("reference") String reference,
            @RestForm String word,
            @RestForm String key,
            @RestForm String score,
            @RestForm String comment) {
        visit.checkForm(word);
        if (score == null || !score.matches("[1-5]")) {
            return again(400, reference, newKey(), false, "error_score", "");
        }
        acts.rate(visit.viewer(), reference, Integer.parseInt(score), comment, IdempotencyKey.of(key));
        return done(reference, "rated");
    }

    @POST
    @Path("requests/{reference}/recognition")
    @Operation(hidden = true)
    public Response answer(@PathParam("reference") String reference, @RestForm String word, @RestForm String same) {
        visit.checkForm(word);
        var request = requests.known(visit.viewer(), reference);
        recognition.answer(request.contactId(), "true".equals(same), Channel.PORTAL);
        return done(reference, "answered");
    }

    @GET
    @Path("requests/{reference}/files/{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@PathParam("reference") String reference, @PathParam("file") String id) {
        var file = views.file(visit.viewer(), reference, fileId(id));
        return Downloads.answer(
                archive.open(file.sha256())
                        .orElseThrow(() -> ProblemException.notFound("The file is not kept any more.")),
                file.mediaType(),
                file.name());
    }

    private Page from(String reference) {
        return visit.page().from("/help/requests/" + reference);
    }

    private static UUID fileId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("This is no file's id.");
        }
    }

    private Response done(String reference, String what) {
        return answers.to(
                visit,
                "/help/requests/"
                        + requests.known(visit.viewer(), reference).reference().value() + "?done=" + what);
    }
}
