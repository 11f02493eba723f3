package io.carryon.ticketing.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.Optional;

/** A time in which the ticket did not wait for staff; {@code to} is null as long as it lasts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pause(Reason reason, Instant from, Instant to) {

    /** Why a clock stands still. */
    public enum Reason {
        /** The customer is to answer. */
        CUSTOMER,
        /** Somebody else is waited for; whether that stops a clock is the policy's to say. */
        HOLD,
        /** It is solved, or closed. */
        DONE;

        /** Why clocks stand still in a status; empty where they run. */
        static Optional<Reason> of(TicketStatus status) {
            return switch (status) {
                case NEW, OPEN -> Optional.empty();
                case WAITING_FOR_CUSTOMER -> Optional.of(CUSTOMER);
                case ON_HOLD -> Optional.of(HOLD);
                case RESOLVED, CLOSED -> Optional.of(DONE);
            };
        }
    }

    boolean lasts() {
        return to == null;
    }

    Pause until(Instant end) {
        return new Pause(reason, from, end.isBefore(from) ? from : end);
    }
}
