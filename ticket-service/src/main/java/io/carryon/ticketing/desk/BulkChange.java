package io.carryon.ticketing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.problem.Problem;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.workflow.StatusMove;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change for several tickets, and what became of it at each. */
public final class BulkChange {

    private BulkChange() {}

    /** The tickets and what is to be done with each of them. */
    @Schema(name = "BulkChange")
    public record Request(
            @NotEmpty @Size(max = 200) List<@NotNull @Valid Item> items,

            @NotNull @Valid Change change) {}

    /** A ticket, as it was seen. */
    @Schema(name = "BulkItem")
    public record Item(
            @NotNull UUID ticketId,

            @Min(1)
            @Schema(description = "Changes it only if this is still its revision; left out, as it is", examples = "3")
            Integer revision) {}

    /** What is left out stays as it is. */
    @Schema(name = "TicketChange")
    public record Change(
            @Schema(
                    implementation = String.class,
                    nullable = true,
                    maxLength = 100,
                    description = "Subject of the owner's token, or me; null for nobody",
                    examples = "me")
            JsonNode owner,

            @Size(max = 64) @Schema(examples = "billing") String queue,

            @Valid StatusMove status,

            @Schema(examples = "HIGH") Priority priority,

            @Size(max = 50) @Schema(examples = "[\"outage-may\"]")
            List<@NotNull String> addTags,

            @Size(max = 50) @Schema(examples = "[\"new\"]") List<@NotNull String> removeTags) {

        boolean isEmpty() {
            return owner == null
                    && queue == null
                    && status == null
                    && priority == null
                    && addTags == null
                    && removeTags == null;
        }
    }

    /** What became of it, in the order of the request. */
    @Schema(name = "BulkResult")
    public record Result(
            List<Outcome> items,
            @Schema(examples = "2") int succeeded,
            @Schema(examples = "0") int failed) {}

    /** One ticket: changed, or why not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BulkOutcome")
    public record Outcome(
            UUID ticketId,

            @Schema(description = "As the ticket's own operation would have answered", examples = "200")
            int status,

            @Schema(description = "The revision it has now, absent when it was not changed", examples = "4")
            Integer revision,

            @Schema(description = "Why it was not changed") Why problem) {

        static Outcome changed(UUID ticketId, int revision) {
            return new Outcome(ticketId, 200, revision, null);
        }
    }

    /** A problem as RFC 9457 has it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "BulkProblem")
    public record Why(
            @Schema(examples = "urn:carryon:problem:stale") String type,
            String title,
            String detail,
            List<Problem.FieldError> errors) {}
}
