package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of the conversation as staff read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Entry", description = "One thing said: CONTACT by the customer, REPLY by staff, NOTE among staff.")
public record EntryView(
        UUID id,

        @Schema(description = "Order in the conversation", examples = "3")
        int position,

        Entry.Kind kind,
        Instant at,

        @Schema(description = "The interaction an entry of the customer belongs to, or a reply answers")
        UUID contactId,

        Channel channel,
        By author,
        String subject,
        @Schema(examples = "My invoice of May is wrong") String text,

        @Schema(description = "What the customer wrote anew, without quotes; absent when the same as text")
        String visibleText,

        @Schema(description = "Sanitized for display") String html,

        @Schema(description = "True when text was cut; the original is whole")
        Boolean truncated,

        @Schema(description = "True in a list when the entry on its own shows more: the whole text, the HTML")
        Boolean shortened,

        List<Attachment> attachments,

        @Schema(type = SchemaType.OBJECT, description = "The raw original in the archive: sha256, mediaType, size")
        JsonNode original,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The call: menuPath, collected, trigger, recordings, transcript")
        JsonNode phone,

        TriedBefore selfService,

        Delivery delivery,

        @Schema(description = "Whom a reply went to in copy", examples = "[\"boss@example.org\"]")
        List<String> cc,

        @Schema(description = "What a reply lacks, only when it was just sent: advice for the next one")
        List<Advice> advice) {

    EntryView with(List<Advice> given) {
        return new EntryView(
                id,
                position,
                kind,
                at,
                contactId,
                channel,
                author,
                subject,
                text,
                visibleText,
                html,
                truncated,
                shortened,
                attachments,
                original,
                phone,
                selfService,
                delivery,
                cc,
                given);
    }

    /** Who wrote it: a staff id, or the customer's handle. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record By(
            @Schema(examples = "mailto:maria@example.org") String id, String name) {}

    /** A file that came with a contact, by content hash. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attachment(
            String id,
            @Schema(examples = "invoice.pdf") String name,
            @Schema(examples = "application/pdf") String mediaType,
            long size,
            String sha256,
            String disposition,
            String contentId) {}

    /** What is known of a reply on its way. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(
            DeliveryState state,
            @Schema(examples = "550 5.1.1 no such user") String reason,
            Instant at) {}
}
