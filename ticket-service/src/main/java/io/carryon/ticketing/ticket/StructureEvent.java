package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What staff did to a ticket's place among others, and to what describes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface StructureEvent extends TicketEvent {

    /** Another ticket, which stays as it is, is shown and worked on here from now on. */
    record Absorbed(UUID fromTicketId, String fromNumber, String reason) implements StructureEvent {}

    /** The other ticket stands by itself again. */
    record Released(UUID ticketId, String number) implements StructureEvent {}

    /** This ticket stands by itself again, in the status it had, as far as its issue allows. */
    record Unmerged(UUID fromTicketId, String fromNumber, TicketStatus status) implements StructureEvent {}

    /** The ticket is tied to another one: {@code kind} as read from this ticket to that one. */
    record Linked(String kind, UUID otherTicketId, String otherNumber) implements StructureEvent {}

    /** It is not any more. */
    record Unlinked(String kind, UUID otherTicketId, String otherNumber) implements StructureEvent {}

    /** Words that staff find tickets by. */
    record Tagged(List<String> added, List<String> removed) implements StructureEvent {}

    /** It is more urgent than it was, or less. */
    record PriorityChanged(Priority before, Priority after) implements StructureEvent {}

    /** Fields that the queue's schema knows; a null is no value. */
    record FieldsChanged(Map<String, Object> before, Map<String, Object> after) implements StructureEvent {}

    /** Somebody worked on it, or (with {@code takenBack}) did not after all. */
    record TimeSpent(UUID timeId, int minutes, Instant workedAt, String note, boolean takenBack)
            implements StructureEvent {}

    /** A step of the ticket's checklist: {@code before} and {@code after} are todo, done, or null where it was not there. */
    record StepChanged(UUID stepId, String text, String before, String after) implements StructureEvent {}
}
