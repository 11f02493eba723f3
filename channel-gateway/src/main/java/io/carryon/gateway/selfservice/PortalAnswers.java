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

            @Schema(examples = "2026-03-02T10:20:00Z") Instant at) {}
}
