package io.carryon.ticketing.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.callbacks.CallbackView;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call as the agent's screen shows it: enough to greet the caller without asking anything twice. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Call")
public record CallView(
        UUID contactId,
        CallState state,

        @Schema(description = "Where the caller waits or was answered", examples = "billing")
        String queue,

        @Schema(description = "The caller's number, as claimed", examples = "+4930123456")
        String caller,

        Ticket ticket,
        Customer customer,

        @Schema(
                type = SchemaType.OBJECT,
                description = "What the caller did before: callId, menuPath, collected, trigger")
        JsonNode phone,

        @Schema(
                type = SchemaType.OBJECT,
                description = "What to ask the caller to learn whether this continues an earlier contact: text for "
                        + "staff to say, general where it may not be told to who is not proven to be the customer. "
                        + "Not in lists")
        JsonNode question,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The pre-interaction card, frozen when the call came. Not in lists")
        JsonNode card,

        Instant arrivedAt,

        @Schema(description = "When it was offered to the queue; absent when its caller wanted nobody")
        Instant offeredAt,

        @Schema(description = "Place in the queue when it came", examples = "2")
        Integer position,

        @Schema(description = "Seconds the caller was told to wait", examples = "40")
        Integer estimatedWaitSec,

        Agent agent,
        Instant answeredAt,

        @Schema(description = "Seconds the caller really waited", examples = "17")
        Integer waitSec,

        @Schema(description = "Present while the caller is on hold")
        Hold hold,

        @Schema(description = "Where the caller was passed on to last", examples = "technical")
        String transferredTo,

        Instant endedAt,

        @Schema(
                description = "answered, abandoned-in-menu, abandoned-in-queue, voicemail or resolved, once it ended",
                examples = "answered")
        String outcome,

        @Schema(examples = "normalClearing") String cause,

        @Schema(description = "Seconds of conversation", examples = "180")
        Integer talkSec,

        @Schema(
                description =
                        "Recordings and messages, by reference: recordingId, url, durationSec, kind. Not in lists")
        List<JsonNode> recordings,

        @Schema(description = "What was said, as far as it was transcribed. Not in lists")
        List<Transcript> transcripts,

        @Schema(description = "The callback that follows from it, if any. Not in lists")
        CallbackView callback) {

    /** The ticket the call belongs to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CallTicket")
    public record Ticket(
            UUID id,
            @Schema(examples = "100004") String number,

            @Schema(examples = "My invoice of May is wrong") String subject,

            TicketStatus status,
            Priority priority,
            @Schema(examples = "billing") String queue,
            @Schema(examples = "agent-1") String owner,

            @Schema(examples = "/v1/tickets/0199c0de-0000-7000-8000-000000000007")
            String href) {}

    /** Who calls, as recognized. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CallCustomer")
    public record Customer(
            UUID id,
            @Schema(examples = "Maria Weber") String name,

            @Schema(examples = "http://localhost:8081/v1/customers/0199c0de-0000-7000-8000-000000000001/timeline")
            String timeline) {}

    /** Who answered; the id is the subject of their token, absent when nobody knows whose extension it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CallAgent")
    public record Agent(
            @Schema(examples = "agent-1") String id,
            @Schema(examples = "101") String extension,
            @Schema(examples = "Ann Agent") String name) {}

    /** The caller is on hold. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CallHold")
    public record Hold(
            @Schema(examples = "looking up the invoice") String reason, Instant until) {}

    /** A transcript, which is an entry of the ticket's conversation. */
    @Schema(name = "CallTranscript")
    public record Transcript(
            UUID entryId,
            Instant at,

            @Schema(examples = "The invoice is still wrong.")
            String text) {}

    /** The same with what came later: recordings, transcripts, a callback. */
    CallView with(List<JsonNode> recorded, List<Transcript> transcribed, CallbackView promised) {
        return new CallView(
                contactId,
                state,
                queue,
                caller,
                ticket,
                customer,
                phone,
                question,
                card,
                arrivedAt,
                offeredAt,
                position,
                estimatedWaitSec,
                agent,
                answeredAt,
                waitSec,
                hold,
                transferredTo,
                endedAt,
                outcome,
                cause,
                talkSec,
                recorded,
                transcribed,
                promised);
    }
}
