package io.carryon.ticketing.search;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All tickets of a list as a file, however many; they are read from the database as fast as the client takes them. */
@Path("/v1/tickets/export")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Tickets")
public class TicketExportResource {

    /** Each keeps a connection of the pool for as long as it takes. */
    private static final int AT_ONCE = 3;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final TicketSearch search;
    private final SignedIn signedIn;
    private final Semaphore places = new Semaphore(AT_ONCE);

    TicketExportResource(TicketSearch search, SignedIn signedIn) {
        this.search = search;
        this.signedIn = signedIn;
    }

    @GET
    @Produces("text/csv")
    @Operation(
            operationId = "exportTickets",
            summary = "All tickets of a list as CSV",
            description =
                    "The same filters and query as of the list, without a limit: a file of RFC 4180 in UTF-8 with a "
                            + "line of names, streamed. What a spreadsheet would take for a formula has an apostrophe before it. A "
                            + "connection that breaks off before the end means that the export is not complete.")
    @APIResponse(
            responseCode = "200",
            description = "The tickets as they were when the export began",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "A name for the file",
                            schema = @Schema(examples = "attachment; filename=\"tickets.csv\"")),
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "number,subject,status\r\n100004,My invoice of May is wrong,NEW\r\n"))
    @APIResponse(responseCode = "400", description = "A wrong filter or query", ref = "Problem")
    @APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
    @APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
    @APIResponse(responseCode = "429", description = "Three exports run; see Retry-After", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
    public Response export(
            @BeanParam @Valid TicketFilter filter, @QueryParam("sort") @DefaultValue("updated") TicketSort sort) {
        var query = search.query(filter.conditions(signedIn::id), filter.q, sort);
        if (!places.tryAcquire()) {
            throw ProblemException.tooMany("%d exports run at once.".formatted(AT_ONCE), TRY_AGAIN);
        }
        var rows = opened(query);
        StreamingOutput lines = out -> {
            try (rows) {
                write(rows, out);
            } finally {
                places.release();
            }
        };
        return Response.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"tickets.csv\"")
                .build();
    }

    /** Asks for the rows before the answer begins, so that it can still be a problem. */
    private TicketRows opened(TicketQuery query) {
        try {
            return search.all(query);
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private static void write(TicketRows rows, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(CsvRow.HEADER);
        for (var ticket = rows.next(); ticket.isPresent(); ticket = rows.next()) {
            text.write(CsvRow.of(ticket.get()));
        }
        text.flush();
    }
}
