package io.carryon.profile.recognition.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.profile.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What customers and staff said about contacts, for recognition to learn from. */
@Path("/v1/recognition")
@Tag(name = "Recognition")
@RunOnVirtualThread
@RolesAllowed({"supervisor", "admin"})
public class TrainingResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String NEXT_CURSOR = "Next-Cursor";
    private static final int MOST = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final ConfirmedLinksPage page;
    private final TrainingExamples examples;
    private final ObjectMapper json;

    public TrainingResource(ConfirmedLinksPage page, TrainingExamples examples, ObjectMapper json) {
        this.page = page;
        this.examples = examples;
        this.json = json;
    }

    /** One page, oldest first by the month of the contact. */
    @Schema(name = "ConfirmedLinks")
    public record ConfirmedLinksView(List<ConfirmedLink> items, String next, boolean hasMore) {}

    @GET
    @Path("confirmed-links")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listConfirmedLinks",
            summary = "Lists what customers and staff said contacts are about",
            description = "The last word about each contact of the last three years, at most 5,000 a month.")
    @APIResponse(responseCode = "200", description = "One page")
    public ConfirmedLinksView confirmedLinks(
            @RestQuery @Parameter(description = "The next of the page before") @Size(max = 500) String cursor,
            @RestQuery @DefaultValue("100") @Parameter(description = "From 1 to 500") String limit) {
        var read = page.read(cursor, size(limit));
        return new ConfirmedLinksView(read.links(), read.next(), read.next() != null);
    }

    @GET
    @Path("training-examples")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportTrainingExamples",
            summary = "Exports confirmed links as examples for the training command",
            description = "One JSON object a line: the decision as recognition had to take it, and its label. A contact"
                    + " whose history is not known any more is left out, so a page may hold fewer lines than its"
                    + " limit.")
    @APIResponse(
            responseCode = "200",
            description = "One page of lines",
            headers =
                    @Header(
                            name = NEXT_CURSOR,
                            description = "The cursor of the next page; missing on the last",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
    public Response trainingExamples(
            @RestQuery @Parameter(description = "The Next-Cursor of the page before") @Size(max = 500) String cursor,
            @RestQuery @DefaultValue("100") @Parameter(description = "From 1 to 500") String limit) {
        var read = page.read(cursor, size(limit));
        var lines = examples.of(read.links()).stream().map(this::line).collect(Collectors.joining());
        var response = Response.ok(lines, NDJSON);
        return (read.next() == null ? response : response.header(NEXT_CURSOR, read.next())).build();
    }

    private String line(TrainingExample example) {
        try {
            return json.writeValueAsString(example) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }

    private static int size(String limit) {
        var size = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > MOST) {
            throw ProblemException.invalid("/limit", "must be a whole number from 1 to " + MOST);
        }
        return size;
    }
}
