package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** What can happen while a customer waits for us. */
public sealed interface WaitingEvent extends TicketEvent {

    /** What a customer waits for, and the revision of the event it began with. */
    sealed interface OfClock extends WaitingEvent {

        ClockKind clock();

        int number();
    }

    /**
     * The customer wants to go on with a person.
     *
     * @param since when they said so
     * @param reason why, in their words, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonWanted(UUID contactId, Channel channel, Instant since, String reason) implements WaitingEvent {}

    /** Staff are warned: a customer has waited long, by a policy. */
    record SlaWarned(ClockKind clock, int number, Instant dueAt, String policy) implements OfClock {}

    /** Escalated: a customer has waited too long, by a policy. */
    record SlaBreached(ClockKind clock, int number, Instant dueAt, String policy) implements OfClock {}

    /** Staff said what comes next and by when the customer hears from us; what was said before is null if nothing was. */
    record NextStepChanged(String nextStep, Instant nextUpdateBy, String nextStepBefore, Instant nextUpdateByBefore)
            implements WaitingEvent {}

    /** The time by which the customer was promised to hear from us is near; {@code promise} as in {@link PromiseBroken}. */
    record PromiseDue(int promise, Instant dueAt) implements WaitingEvent {}

    /** The customer did not hear from us by the time they were promised; {@code promise} is the revision that made it. */
    record PromiseBroken(int promise, Instant dueAt) implements WaitingEvent {}
}
