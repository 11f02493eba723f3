package io.carryon.ticketing.work;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.Slice;
import io.carryon.ticketing.ticket.Actor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long staff worked on a ticket. */
@Path("/v1/tickets/{id}/time")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Structure")
@APIResponse(responseCode = "400", description = "A field or parameter is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket, booking or step", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TimeResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TicketTime time;
    private final WorkRows rows;
    private final NamedTickets tickets;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    TimeResource(TicketTime time, WorkRows rows, NamedTickets tickets, IdempotencyKeys keys, SignedIn signedIn) {
        this.time = time;
        this.rows = rows;
        this.tickets = tickets;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** What was worked. */
    @Schema(name = "TimeBooking")
    public record Booking(
            @NotNull @Min(1) @Max(1440) @Schema(examples = "25")
            Integer minutes,

            @Schema(description = "When; left out, now. Within the last year", examples = "2026-11-20T09:30:00Z")
            Instant workedAt,

            @Size(max = 1000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Talked to the supplier")
            String note) {}

    /** A page of bookings, oldest first. */
    @Schema(name = "TimePage")
    public record TimePage(
            List<TimeEntry> items,

            @Schema(description = "Of all bookings, those on other pages too", examples = "85")
            long totalMinutes,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {}

    @GET
    @Transactional
    @Operation(operationId = "listTime", summary = "The time spent on a ticket, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of bookings, without those that were taken back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimePage.class)))
    public TimePage list(
            UUID id,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        tickets.require(id);
        var query = "time of " + id;
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = rows.times(
                id,
                mark == null ? Instant.EPOCH : Cursor.instant(mark.get(0)),
                mark == null ? BEFORE_ALL : Cursor.uuid(mark.get(1)),
                limit + 1);
        var slice = Slice.of(found, limit);
        return new TimePage(
                slice.items(),
                rows.minutes(id),
                slice.next(last ->
                        Cursor.of(query, last.workedAt().toString(), last.id().toString())),
                slice.hasMore());
    }

    @POST
    @Transactional
    @Operation(operationId = "bookTime", summary = "Book time on a ticket")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeEntry.class)))
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response book(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = "New for each booking", required = true)
                    String key,
            @NotNull @Valid Booking booking) {
        var path = "/v1/tickets/" + id + "/time";
        var made = keys.once(
                IdempotencyKeys.scope(signedIn.id(), path, key),
                booking,
                TimeEntry.class,
                () -> time.spend(id, booking.minutes(), booking.workedAt(), booking.note(), by()));
        return Response.created(URI.create(path + "/" + made.id())).entity(made).build();
    }

    @DELETE
    @Path("/{timeId}")
    @Transactional
    @Operation(
            operationId = "takeTimeBack",
            summary = "Take a booking back",
            description = "One's own; a supervisor's word takes back anybody's. The ticket's history keeps both.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void takeBack(UUID id, UUID timeId) {
        time.takeBack(id, timeId, by(), signedIn.leads());
    }

    private Actor by() {
        return signedIn.actor();
    }
}
