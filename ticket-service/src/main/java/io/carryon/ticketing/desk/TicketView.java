package io.carryon.ticketing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.acts.PersonWanted;
import io.carryon.ticketing.callbacks.CallbackView;
import io.carryon.ticketing.conversation.EntryPage;
import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.participants.Participant;
import io.carryon.ticketing.sla.ClockView;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.understanding.AbcView;
import io.carryon.ticketing.workflow.WorkflowView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket with everything that should be in view before staff pick it up. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Ticket", description = "A ticket with its conversation's beginning, its customer and what came before.")
public record TicketView(
        UUID id,

        @Schema(description = "For people: the last digit is a check digit", examples = "100004")
        String number,

        @Schema(examples = "My invoice of May is wrong") String subject,
        TicketStatus status,

        @Schema(description = "What the status can be changed to")
        List<TicketStatus> moves,

        @Schema(description = "The status in words, where it can go, and what holds or ended the ticket")
        WorkflowView workflow,

        @Schema(examples = "support") String queue,

        @Schema(description = "Subject of the owner's token, absent when nobody owns it", examples = "agent-1")
        String owner,

        Priority priority,

        @Schema(description = "In order", examples = "[\"invoice\"]")
        List<String> tags,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Values of the fields that its queue has, by key; absent when there are none")
        Map<String, JsonNode> fields,

        @Schema(description = "Channel of the customer's latest contact")
        Channel channel,

        UUID issueId,
        Customer customer,

        @Schema(description = "Who takes part beside the customer; absent without any")
        List<Participant> participants,

        List<Link> links,

        @Schema(
                description = "True when more tickets were merged into this one than the 20 opened last, which are"
                        + " linked")
        boolean hasMoreMerged,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The pre-interaction card of the latest contact, frozen when it arrived: contactCount, "
                        + "earlierOnIssue, recentContacts, openIssues")
        JsonNode card,

        @Schema(description = "What the customer thinks of the service, from 1 to 5; absent until they say so")
        TicketRatingResource.Rating rating,

        @Schema(description = "What the customer can expect, as they see it; absent once it is resolved or closed")
        Outlook outlook,

        @Schema(
                description =
                        "What the customer waits for, and until when they should; of the later answers the last 20")
        List<ClockView> sla,

        @Schema(description = "How the customer is listened to")
        AbcView abc,

        @Schema(description = "That the customer is to be called; absent unless one waits for it")
        CallbackView callback,

        @Schema(description = "That the customer wants a person; absent unless they wait for one")
        PersonWanted personWanted,

        EntryPage conversation,
        Instant openedAt,
        Instant updatedAt,

        @Schema(description = "Counts the ticket's events; the ETag", examples = "3")
        int revision) {

    /** Whose ticket it is, with the way to the whole history. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TicketCustomer")
    public record Customer(
            UUID id,
            @Schema(examples = "Maria Weber") String name,

            @Schema(examples = "http://localhost:8081/v1/customers/0199c0de-0000-7000-8000-000000000001/timeline")
            String timeline) {}

    /** Another ticket to look at: the issue's closed one, one of an issue the sender named, or where it all went. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TicketLink")
    public record Link(Kind kind, UUID issueId, UUID ticketId, String number) {

        /** Why the tickets are linked. */
        public enum Kind {
            /** The same issue's ticket before this one. */
            PREVIOUS,
            /** The same issue's ticket after this one. */
            NEXT,
            /** The sender named its issue without being one of its participants, or a contact came from there. */
            RELATED,
            /** All of this ticket is on that one now. */
            MERGED_INTO,
            /** All of that ticket is on this one now. */
            MERGED_FROM,
            /** That ticket is about the same, earlier. */
            REPEAT_OF,
            /** That ticket is about the same, later. */
            REPEATED_BY,
            /** That ticket's work holds this one's. */
            CHILD_OF,
            /** This ticket's work holds that one's. */
            PARENT_OF,
            /** That ticket is the problem behind this one. */
            CAUSED_BY,
            /** This ticket is the problem behind that one. */
            CAUSE_OF
        }
    }
}
