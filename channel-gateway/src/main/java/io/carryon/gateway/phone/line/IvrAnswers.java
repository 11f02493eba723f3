package io.carryon.gateway.phone.line;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an IVR is answered, always within a second. */
public interface IvrAnswers {

    /** Who calls, before any menu. */
    @Schema(name = "IvrCallAnswer")
    record CallAnswer(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            Customer customer,

            @Schema(description = "At most 5, the latest first.")
            List<OpenTicket> openTickets,

            @Schema(examples = "de", description = "The caller's, or the one configured.")
            String language,

            @Schema(description = "The call back the caller waits for already; left out when there is none.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            LiveCallback callback,

            @Schema(description = "True when something was out of reach and the answer is less than it could be.")
            boolean degraded) {}

    /** A callback that one of the caller's open tickets has already. */
    @Schema(name = "IvrLiveCallback")
    record LiveCallback(
            @Schema(examples = "01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b")
            UUID callbackId,

            @Schema(examples = "2026-03-03T09:30:00Z") Instant notBefore,
            @Schema(examples = "2026-03-03T10:00:00Z") Instant notAfter) {}

    /** Everything needed to connect the caller to a person, and for that person to carry on. */
    @Schema(name = "IvrZeroOutAnswer")
    record ZeroOutAnswer(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            @Schema(description = "Null while degraded; the ticket is made all the same.", nullable = true)
            Ticket ticket,

            Customer customer,
            History history,
            Routing routing,
            List<Say> say,

            @Schema(description = "Place in the queue, 1 is next; left out while degraded.", examples = "2")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Integer position,

            @Schema(
                    description =
                            "Seconds until somebody answers, by what callers waited lately; left out when unknown.",
                    examples = "40")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Integer estimatedWaitSec,

            ScreenPop screenPop,

            @Schema(
                    description =
                            "What to ask while it rings, spoken in say too; left out when there is nothing to ask.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Question question,

            @Schema(
                    description =
                            "True when something was out of reach. Asked again, the answer is what is known then.")
            boolean degraded) {}

    /** The call is over. */
    @Schema(name = "IvrHangupAnswer")
    record HangupAnswer(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            @Schema(examples = "ended") String state,
            @Schema(examples = "2026-03-02T09:20:12Z") Instant endedAt,

            @Schema(
                    enumeration = {
                        "answered",
                        "abandoned-in-menu",
                        "abandoned-in-queue",
                        "voicemail",
                        "resolved",
                        "callback"
                    },
                    examples = "answered",
                    description = "What came of the call, as far as is known; what is told later may better it.")
            String outcome) {}

    /**
     * The customer as recognized: known by a verified handle, maybe by a claimed one such as a caller's number. Without
     * id and name when several customers have the number.
     */
    @Schema(name = "IvrCustomer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customer(
            @Schema(examples = "01960f0a-58f3-7c44-8c5b-8f1f0f4f1a10")
            UUID id,

            @Schema(examples = "Marta Nowak") String name,

            @Schema(
                    enumeration = {"known", "maybe", "none"},
                    examples = "maybe")
            String match) {

        static final Customer NONE = new Customer(null, null, "none");
    }

    /** A ticket the customer has open. */
    @Schema(name = "IvrOpenTicket")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenTicket(
            @Schema(examples = "01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b")
            UUID id,

            @Schema(examples = "1004273") String number,

            @Schema(examples = "The invoice for May is wrong")
            String subject,

            @Schema(examples = "OPEN") String state) {}

    /** The ticket this call belongs to. */
    @Schema(name = "IvrTicket")
    record Ticket(
            @Schema(examples = "01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b")
            UUID id,

            @Schema(examples = "1004273") String number,

            @Schema(description = "True when this call made it.")
            boolean created,

            @Schema(examples = "http://localhost:8082/v1/tickets/01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b")
            String url) {}

    /** What came before this call. */
    @Schema(name = "IvrHistory")
    record History(
            List<OpenTicket> openIssues,

            @Schema(description = "At most 10, the latest first.")
            List<PastContact> lastContacts,

            @Schema(description = "Those about the same issue.")
            List<PastContact> earlierOnIssue) {

        static final History UNKNOWN = new History(List.of(), List.of(), List.of());
    }

    /** An earlier contact of the customer. */
    @Schema(name = "IvrPastContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PastContact(
            UUID contactId,
            @Schema(examples = "email") String channel,
            @Schema(examples = "2026-02-27T15:03:20Z") Instant at,

            @Schema(examples = "The invoice for May is wrong")
            String subject,

            @Schema(examples = "You charged the basic fee twice.")
            String excerpt,

            @Schema(examples = "1004273") String ticketNumber) {}

    /** Where the call goes. */
    @Schema(name = "IvrRouting")
    record Routing(
            @Schema(
                    enumeration = {"enqueue", "closed"},
                    examples = "enqueue",
                    description = "closed: outside the hours in which people answer; offer the alternatives.")
            String action,

            @Schema(examples = "[\"callback\", \"voicemail\"]", description = "What to offer when closed.")
            List<String> alternatives,

            @Schema(examples = "billing") String queue,

            @Schema(
                    enumeration = {"LOW", "NORMAL", "HIGH", "URGENT"},
                    examples = "NORMAL")
            String priority,

            @Schema(examples = "[\"lang:de\"]", description = "What who answers should have: the caller's language.")
            List<String> skills,

            @Schema(examples = "120", description = "Seconds to let it ring before offering something else.")
            int timeoutSec,

            @Schema(
                    description = "Who is available, at most 5, best first: the issue's owner, then who has been idle "
                            + "longest in the queue. Empty while nobody is, or degraded: ring the queue.")
            List<Target> targets) {}

    /** An agent who can be rung. */
    @Schema(name = "IvrTarget")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            @Schema(examples = "agent-1") String agentId,
            @Schema(examples = "101") String extension,

            @Schema(examples = "sip:101@pbx.example.org") String sipUri) {}

    /** Where the agent's screen finds the call, its ticket and all that was told; also before the ticket is made. */
    @Schema(name = "IvrScreenPop")
    record ScreenPop(
            @Schema(
                    examples = "http://localhost:8082/v1/calls/3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77",
                    description = "Answers 404 with Retry-After until the ticket is made.")
            String url) {}

    /** Whether the call is about the same as before. */
    @Schema(name = "IvrQuestion")
    record Question(
            @Schema(examples = "en") String language,

            @Schema(examples = "I see you called on Tuesday about the double charge. Is this about the same?")
            String text,

            @Schema(
                    examples = "{\"1\": \"yes\", \"2\": \"no\"}",
                    description = "What each key means; the key pressed goes to POST recognition.")
            Map<String, String> keys) {}

    /** A sentence to speak to the caller. */
    @Schema(name = "IvrSay")
    record Say(
            @Schema(examples = "en") String lang,

            @Schema(examples = "Your ticket number is 1, 0, 0, 4, 2, 7, 3. I am connecting you with a colleague.")
            String text) {}
}
