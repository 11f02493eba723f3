package io.carryon.ticketing.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.conversation.ContactOrigin;
import io.carryon.ticketing.ticket.Channel;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What we read of {@code io.carryon.contact.recognized.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecognizedContact(Contact contact, Customer customer, Issue issue, JsonNode card, JsonNode question) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Contact(
            UUID contactId,
            UUID entryId,
            int sequence,
            Channel channel,
            String connection,
            Instant occurredAt,
            Instant receivedAt,
            Sender sender,
            List<Addressee> participants,
            String subject,
            String text,
            String visibleText,
            String html,
            boolean truncated,
            List<Attachment> attachments,
            Thread thread,
            JsonNode phone,
            JsonNode chat,
            JsonNode portal,
            JsonNode selfService,
            Forwarder forwardedBy,
            Instant replyUntil,
            JsonNode original) {}

    /** A file that came with the contact, as it is kept with its entry: only what is known is stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Attachment(
            String id, String name, String mediaType, long size, String sha256, String disposition, String contentId) {}

    /** Who of staff passed the customer's mail on, and what they wrote above it, or null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Forwarder(String name, String address, String text) {}

    /** Somebody else whom a mail was sent to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Addressee(String name, String address) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sender(String name, List<ContactOrigin.Handle> handles) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Thread(String messageId, List<String> references) {}

    /**
     * {@code memberId} is whose contact it is when that is another than {@code id}, the survivor of a merge; {@code
     * mergedIds} are all the others the survivor stands for, or null.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Customer(
            UUID id, UUID memberId, List<UUID> mergedIds, String name, List<ContactOrigin.Handle> handles) {

        /** Whose contact it is. */
        UUID owner() {
            return memberId == null ? id : memberId;
        }

        /** Everybody who is the same person, as recognition knew when the contact came. */
        Set<UUID> group() {
            var group = new HashSet<UUID>(List.of(id, owner()));
            group.addAll(mergedIds == null ? List.of() : mergedIds);
            return Set.copyOf(group);
        }
    }

    /** {@code evidence} is why it is this issue; {@code relatedIssueId} is another's that the contact names, or null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Issue(UUID id, UUID relatedIssueId, String topic, List<Evidence> evidence) {

        /** What a contact carries itself, whatever its words are. */
        private static final Set<String> NAMED = Set.of("reply-token", "thread", "ticket-number");

        /** Whether the contact names the issue, or another's, and is not only alike. */
        boolean named() {
            return relatedIssueId != null
                    || Stream.ofNullable(evidence)
                            .flatMap(List::stream)
                            .anyMatch(found -> NAMED.contains(found.kind()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evidence(String kind) {}

    /** Whether everything is there that a ticket cannot do without. */
    boolean isComplete() {
        return contact != null
                && contact.contactId() != null
                && contact.entryId() != null
                && contact.channel() != null
                && contact.sender() != null
                && contact.occurredAt() != null
                && contact.text() != null
                && customer != null
                && customer.id() != null
                && issue != null
                && issue.id() != null;
    }
}
