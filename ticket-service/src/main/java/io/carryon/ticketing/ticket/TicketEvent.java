package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can happen to a ticket. The texts of notes and contacts stay with their entries. */
public sealed interface TicketEvent
        permits StructureEvent,
                OwnershipEvent,
                TicketEvent.ContactTied,
                TicketEvent.ContactMovedIn,
                TicketEvent.ContactMovedOut,
                TicketEvent.IssueChanged,
                TicketEvent.Merged,
                TicketEvent.Replied,
                TicketEvent.Noted,
                TicketEvent.Assigned,
                TicketEvent.StatusChanged,
                TicketEvent.DeliveryChanged,
                TicketEvent.Rated,
                CallEvent,
                TicketEvent.CustomerErased,
                UnderstandingEvent,
                WaitingEvent {

    /** A contact became part of the ticket. */
    sealed interface ContactTied extends TicketEvent {

        UUID contactId();

        /** Whom the call was offered to, or null. */
        Offer offer();

        /** The same, offered to somebody. */
        ContactTied offered(Offer made);
    }

    /**
     * A contact about an issue without an open ticket; {@code previousTicketId} is the issue's closed one.
     *
     * @param receivedAt when the contact came to us, null in rows of earlier versions
     * @param topic what the contact is about, null when nobody knows
     * @param tier what the customer was worth to us then, null when nobody said
     * @param offer whom the call was offered to, null unless it is one whose caller wants a person
     */
    record Opened(
            UUID contactId,
            UUID entryId,
            Channel channel,
            UUID previousTicketId,
            UUID relatedIssueId,
            Instant receivedAt,
            String topic,
            String tier,
            Offer offer)
            implements ContactTied {

        @Override
        public ContactTied offered(Offer made) {
            return new Opened(
                    contactId, entryId, channel, previousTicketId, relatedIssueId, receivedAt, topic, tier, made);
        }
    }

    /**
     * The customer wrote or called again; what both have is as in {@link Opened}.
     *
     * @param afterthought whether it only adds to what was said before, as the recording of a call does
     * @param thanks whether it says thank you and no more than that
     */
    record ContactAdded(
            UUID contactId,
            UUID entryId,
            Channel channel,
            TicketStatus statusBefore,
            Instant receivedAt,
            String topic,
            String tier,
            boolean afterthought,
            boolean thanks,
            Offer offer)
            implements ContactTied {

        /** Whether the customer waits for an answer to it. */
        public boolean asks() {
            return !afterthought && !thanks;
        }

        @Override
        public ContactTied offered(Offer made) {
            return new ContactAdded(
                    contactId, entryId, channel, statusBefore, receivedAt, topic, tier, afterthought, thanks, made);
        }
    }

    /**
     * A contact's entries came from another ticket.
     *
     * @param entryIds those that moved, in their order
     * @param why what moved it: the state of the contact's link
     */
    record ContactMovedIn(
            UUID contactId, List<UUID> entryIds, UUID fromTicketId, String fromNumber, UUID fromIssueId, String why)
            implements TicketEvent {}

    /** A contact's entries went to another ticket. */
    record ContactMovedOut(UUID contactId, UUID toTicketId, String toNumber, UUID toIssueId, String why)
            implements TicketEvent {}

    /** The ticket's only contact is about another issue, and the ticket with it. */
    record IssueChanged(UUID contactId, UUID issueIdBefore, UUID customerIdBefore, String why) implements TicketEvent {}

    /** All that was said on the ticket has moved to another one, which takes its place. */
    record Merged(UUID intoTicketId, String intoNumber, TicketStatus statusBefore, String reason)
            implements TicketEvent {}

    /**
     * Staff answered; all a channel needs to take it out.
     *
     * @param contactId the contact that is answered
     * @param nextUpdateBy by when the customer was promised to hear from us again, or null without a promise
     * @param attachments files that go with it, null when none do
     * @param cc whom it goes to in copy, null when nobody
     * @param frame what stands around the text in a letter, null by other channels
     */
    record Replied(
            UUID replyId,
            UUID contactId,
            Channel channel,
            String connection,
            Address to,
            String subject,
            String text,
            String inReplyTo,
            List<String> references,
            Instant nextUpdateBy,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<AttachedFile> attachments,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Address> cc,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReplyFrame frame)
            implements TicketEvent {

        public Replied {
            cc = cc == null || cc.isEmpty() ? null : List.copyOf(cc);
            attachments = attachments == null || attachments.isEmpty() ? null : List.copyOf(attachments);
        }
    }

    /** Staff wrote an internal note; {@code mentions} are the colleagues it names, null when it names none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Noted(UUID entryId, List<String> mentions) implements TicketEvent {

        public Noted {
            mentions = mentions == null || mentions.isEmpty() ? null : List.copyOf(mentions);
        }
    }

    /** Another owner, or none, or another queue; {@code why} is null where somebody just said so. */
    record Assigned(
            String owner,
            String ownerBefore,
            String queue,
            String queueBefore,
            @JsonInclude(JsonInclude.Include.NON_NULL) AssignedBy why)
            implements TicketEvent {}

    /**
     * The ticket was moved on.
     *
     * @param fromCode the status that staff defined, within the category {@code from}; null in rows of earlier versions
     * @param returnAt when a ticket on hold comes back by itself, null for all others
     * @param resolutionCode how it was solved, null unless it is done
     * @param explanation why, for the customer to read; null unless it is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatusChanged(
            TicketStatus from,
            TicketStatus to,
            String reason,
            String fromCode,
            String toCode,
            Instant returnAt,
            String resolutionCode,
            String explanation)
            implements TicketEvent {}

    /** A channel reported what became of a reply. */
    record DeliveryChanged(UUID replyId, DeliveryState from, DeliveryState to, String reason) implements TicketEvent {}

    /**
     * The customer said how well they were served.
     *
     * @param score from 1 to 5
     * @param comment why, or null
     * @param resolvedAt since when the ticket had been resolved: which resolution is meant; null while it is open
     */
    record Rated(
            int score,
            String comment,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant resolvedAt) implements TicketEvent {}

    /** The customer was erased: what they said, and what was said to them, is gone. */
    record CustomerErased(UUID actId) implements TicketEvent {}

    /** Where a reply goes, in the words of its channel. */
    record Address(String kind, String value, String name) {}

    /** Names of the events in the log and on the wire. */
    enum Type {
        OPENED(Opened.class),
        CONTACT_ADDED(ContactAdded.class),
        REPLIED(Replied.class),
        NOTED(Noted.class),
        ASSIGNED(Assigned.class),
        STATUS_CHANGED(StatusChanged.class),
        DELIVERY_CHANGED(DeliveryChanged.class),
        RATED(Rated.class),
        CONTACT_MOVED_IN(ContactMovedIn.class),
        CONTACT_MOVED_OUT(ContactMovedOut.class),
        ISSUE_CHANGED(IssueChanged.class),
        MERGED(Merged.class),
        CALL_ANSWERED(CallEvent.CallAnswered.class),
        CALL_TRANSFERRED(CallEvent.CallTransferred.class),
        CALL_ENDED(CallEvent.CallEnded.class),
        CALLBACK_CHANGED(CallEvent.CallbackChanged.class),
        ABSORBED(StructureEvent.Absorbed.class),
        RELEASED(StructureEvent.Released.class),
        UNMERGED(StructureEvent.Unmerged.class),
        LINKED(StructureEvent.Linked.class),
        UNLINKED(StructureEvent.Unlinked.class),
        TAGS_CHANGED(StructureEvent.Tagged.class),
        PRIORITY_CHANGED(StructureEvent.PriorityChanged.class),
        FIELDS_CHANGED(StructureEvent.FieldsChanged.class),
        TIME_SPENT(StructureEvent.TimeSpent.class),
        STEP_CHANGED(StructureEvent.StepChanged.class),
        HANDOVER_OFFERED(OwnershipEvent.HandoverOffered.class),
        HANDOVER_SETTLED(OwnershipEvent.HandoverSettled.class),
        SLA_WARNED(WaitingEvent.SlaWarned.class),
        SLA_BREACHED(WaitingEvent.SlaBreached.class),
        PERSON_WANTED(WaitingEvent.PersonWanted.class),
        NEXT_STEP_CHANGED(WaitingEvent.NextStepChanged.class),
        PROMISE_DUE(WaitingEvent.PromiseDue.class),
        PROMISE_BROKEN(WaitingEvent.PromiseBroken.class),
        UNDERSTANDING_CHANGED(UnderstandingEvent.UnderstandingChanged.class),
        RED_ALERT(UnderstandingEvent.RedAlert.class),
        RED_ALERT_SEEN(UnderstandingEvent.RedAlertSeen.class),
        CUSTOMER_ERASED(CustomerErased.class);

        private static final Map<Class<?>, Type> BY_EVENT =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(type -> type.event, type -> type));

        private final Class<? extends TicketEvent> event;

        Type(Class<? extends TicketEvent> event) {
            this.event = event;
        }

        public Class<? extends TicketEvent> event() {
            return event;
        }
    }

    default Type type() {
        return Type.BY_EVENT.get(getClass());
    }
}
