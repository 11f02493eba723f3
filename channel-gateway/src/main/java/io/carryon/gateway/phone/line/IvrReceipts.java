package io.carryon.gateway.phone.line;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.phone.Agent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an IVR is answered to what it tells of a call in progress. */
public interface IvrReceipts {

    /** The event is durable. */
    @Schema(name = "IvrEventTaken")
    record EventTaken(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            @Schema(examples = "3") long seq) {}

    /** Who has the call now, and since when a person has. */
    @Schema(name = "IvrAgentTaken")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgentTaken(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            Agent agent,
            @Schema(examples = "2026-03-02T09:15:02Z") Instant answeredAt) {}

    /** The number is well formed and noted; whether there is such a ticket is not said. */
    @Schema(name = "IvrTicketTaken")
    record TicketTaken(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            @Schema(examples = "1004275") String number,
            List<IvrAnswers.Say> say) {}

    /** The times in which the caller may be called; {@code zone} is the one they are said in. */
    @Schema(name = "IvrCallbackSlots")
    record Slots(
            @Schema(examples = "Europe/Berlin") String zone,

            @Schema(description = "At most 20 that have room, the soonest first.")
            List<Slot> slots) {}

    /** One time in which the caller may be called. */
    @Schema(name = "IvrCallbackSlot")
    record Slot(
            @Schema(examples = "2026-03-03T09:30:00Z") Instant notBefore,
            @Schema(examples = "2026-03-03T10:00:00Z") Instant notAfter,
            IvrAnswers.Say say) {}

    /** The callback of a caller. */
    @Schema(name = "IvrCallback")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallbackTaken(
            @Schema(examples = "01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b")
            UUID callbackId,

            @Schema(
                    enumeration = {"requested", "cancelled", "offered", "past", "done", "failed", "withdrawn"},
                    examples = "requested")
            String state,

            @Schema(examples = "+49301234567") String number,
            @Schema(examples = "2026-03-03T09:30:00Z") Instant notBefore,
            @Schema(examples = "2026-03-03T10:00:00Z") Instant notAfter,
            List<IvrAnswers.Say> say) {}
}
