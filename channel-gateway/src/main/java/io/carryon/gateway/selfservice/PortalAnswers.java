package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.recognition.QuestionShown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the portal's server is answered. */
public interface PortalAnswers {

    /** The request is durable: it will become a ticket. */
    @Schema(name = "PortalRequestAccepted")
    record Accepted(
            @Schema(examples = "7K3M-Q0ZD-2F9T-XW5B", description = "What the customer follows the request by.")
            String reference,

            @Schema(examples = "0b9f1c52-6f0e-5c43-9a55-0f6c9f1e2d11")
            UUID contactId,

            @Schema(examples = "/portal/v1/requests/7K3M-Q0ZD-2F9T-XW5B")
            String statusUrl,

            @Schema(examples = "2026-03-02T09:14:05.120Z") Instant receivedAt) {}

    /** The message is durable and will stand in the ticket. */
    @Schema(name = "PortalMessageAccepted")
    record MessageAccepted(
            @Schema(examples = "7K3M-Q0ZD-2F9T-XW5B") String reference,

            @Schema(examples = "5d1c3c0e-5b7a-5a35-b6d9-4f1a77b0c2aa")
            UUID messageId,

            @Schema(examples = "2026-03-02T10:02:41.007Z") Instant receivedAt) {}

    /** A request as its customer sees it. */
    @Schema(name = "PortalRequestView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            @Schema(examples = "7K3M-Q0ZD-2F9T-XW5B") String reference,

            @Schema(examples = "The invoice for May is wrong")
            String subject,

            @Schema(examples = "in progress") RequestState state,

            @Schema(examples = "1004273", description = "Left out until there is a ticket.")
            String ticketNumber,

            @Schema(examples = "2026-03-02T10:02:41.007Z") Instant updatedAt,

            @Schema(description = "Left out while nothing is known, and once it is done.")
            Expectation expectation,

            @Schema(description = "Left out while none is booked.")
            BookedCallback callback,

            @Schema(description = "True once it is done, until the customer has rated it.")
            boolean askToRate,

            @Schema(description = "What to ask the customer; left out when there is nothing to ask, or it is answered.")
            QuestionShown recognitionQuestion,

            @Schema(description = "In the order said; the latest page unless a cursor asks for an earlier one.")
            List<Message> messages,

            @Schema(
                    examples = "MjAyNi0wMy0wMlQxMDowMjo0MS4wMDdaLzVkMWMzYzBl",
                    description = "Cursor of the page before this one; left out at the beginning.")
            String next,

            @Schema(description = "True when more was said before this page.")
            boolean hasMore,

            ContactUs contactUs) {}

    /** One thing said on a request. */
    @Schema(name = "PortalMessage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            @Schema(
                    enumeration = {"you", "support"},
                    examples = "support")
            String from,

            @Schema(examples = "Anna Weber") String author,

            @Schema(examples = "You are right, a credit note is on its way.")
            String text,

            @Schema(description = "In the order uploaded.") List<File> attachments,

            @Schema(examples = "2026-03-02T10:20:00Z") Instant at) {}

    /** A file of a message. */
    @Schema(name = "PortalAttachment")
    record File(
            @Schema(examples = "1f0c9a52-3f0e-4c43-9a55-0f6c9f1e2d77")
            UUID id,

            @Schema(examples = "invoice.pdf") String name,
            @Schema(examples = "application/pdf") String mediaType,

            @Schema(examples = "20417", description = "In bytes")
            long size,

            @Schema(examples = "/portal/v1/requests/7K3M-Q0ZD-2F9T-XW5B/files/1f0c9a52-3f0e-4c43-9a55-0f6c9f1e2d77")
            String url) {}

    /** A request in a list of a customer's own. */
    @Schema(name = "PortalRequestSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            @Schema(examples = "7K3M-Q0ZD-2F9T-XW5B") String reference,

            @Schema(examples = "The invoice for May is wrong")
            String subject,

            @Schema(examples = "in progress") RequestState state,
            @Schema(examples = "1004273") String ticketNumber,
            @Schema(examples = "2026-03-02T09:14:05.120Z") Instant receivedAt,
            @Schema(examples = "2026-03-02T10:02:41.007Z") Instant updatedAt,
            Expectation expectation) {}

    /** A page of a customer's requests, those that changed last first. */
    @Schema(name = "PortalRequestPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Requests(
            List<Summary> items,

            @Schema(description = "Cursor of the next page; left out at the end.")
            String next,

            boolean hasMore,
            ContactUs contactUs) {}

    /** What the customer can expect, and by when. */
    @Schema(name = "PortalExpectation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Expectation(
            @Schema(examples = "We check the invoice and write to you.")
            String nextStep,

            @Schema(
                    examples = "NEXT_RESPONSE",
                    description = "What the words say, for who has other words for it; PROMISED are staff's own.")
            String code,

            @Schema(
                    examples = "2026-03-02T16:00:00Z",
                    description = "By when the customer hears from us; past when we are late.")
            Instant nextUpdateBy,

            @Schema(description = "Whether staff said so themselves.")
            boolean promised,

            @Schema(examples = "Anna Weber", description = "Who answers; left out while nobody does.")
            String answeredBy) {

        static Expectation of(PortalRequest request) {
            var outlook = request.outlook();
            return outlook == null && request.ownerName() == null
                    ? null
                    : new Expectation(
                            outlook == null ? null : outlook.nextStep(),
                            outlook == null ? null : outlook.code(),
                            outlook == null ? null : outlook.nextUpdateBy(),
                            outlook != null && outlook.promised(),
                            request.ownerName());
        }
    }

    /** A callback that is booked. */
    @Schema(name = "PortalCallback")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BookedCallback(
            @Schema(examples = "+49305550100") String number,
            @Schema(examples = "2026-03-02T13:00:00Z") Instant notBefore,
            @Schema(examples = "2026-03-02T13:30:00Z") Instant notAfter) {}

    /** Times in which the customer may be called back. */
    @Schema(name = "PortalCallbackSlots")
    record Slots(
            @Schema(examples = "Europe/Berlin", description = "The zone of the hours in which people call.")
            String zone,

            List<Slot> slots) {}

    /** A time that has room. */
    @Schema(name = "PortalCallbackSlot")
    record Slot(
            @Schema(examples = "2026-03-02T13:00:00Z") Instant notBefore,
            @Schema(examples = "2026-03-02T13:30:00Z") Instant notAfter) {}

    /** What the customer did is durable. */
    @Schema(name = "PortalActTaken")
    record ActTaken(
            @Schema(examples = "7K3M-Q0ZD-2F9T-XW5B") String reference,
            @Schema(examples = "closed") String act,
            @Schema(examples = "2026-03-02T13:00:00Z") Instant at,
            ContactUs contactUs) {}
}
