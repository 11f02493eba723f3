package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.recognition.AnswerForm;
import io.carryon.gateway.recognition.AnswerTaken;
import io.carryon.gateway.recognition.RecognitionAnswers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for the answer to the question a request's status shows. */
@Path(PortalRequests.PATH + "/{reference}/recognition")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
public class PortalRecognition {

    private final PortalRequests requests;
    private final RecognitionAnswers answers;
    private final JsonBody json;
    private final SecurityIdentity identity;

    public PortalRecognition(
            PortalRequests requests, RecognitionAnswers answers, JsonBody json, SecurityIdentity identity) {
        this.requests = requests;
        this.answers = answers;
        this.json = json;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({"portal", Viewer.CUSTOMER, Viewer.GUEST})
    @Operation(
            operationId = "answerPortalRecognition",
            summary = "Answer the recognition question on the customer's behalf",
            description = "200 means durable. May be repeated; another answer replaces the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The answer that counts now",
            content = @Content(schema = @Schema(implementation = AnswerTaken.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    @APIResponse(responseCode = "409", description = "Nothing was asked about this request")
    public AnswerTaken answer(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AnswerForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, AnswerForm.class);
        return answers.answer(requests.contactOf(Viewer.of(identity), reference), form.same(), Channel.PORTAL);
    }
}
