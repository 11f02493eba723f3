package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a request stands, in the customer's words. */
@Schema(enumeration = {"received", "in progress", "waiting for you", "solved", "closed"})
public enum RequestState {
    RECEIVED("received"),
    IN_PROGRESS("in progress"),
    WAITING_FOR_YOU("waiting for you"),
    SOLVED("solved"),
    CLOSED("closed");

    private final String words;

    RequestState(String words) {
        this.words = words;
    }

    @JsonValue
    public String words() {
        return words;
    }

    /** Whether it is done, as far as anybody knows. */
    public boolean isOver() {
        return this == SOLVED || this == CLOSED;
    }

    /** The customer's words for a ticket's status, or for there being no ticket yet (null). */
    static RequestState of(String ticketStatus) {
        return switch (ticketStatus) {
            case null -> RECEIVED;
            case "NEW" -> RECEIVED;
            case "WAITING_FOR_CUSTOMER" -> WAITING_FOR_YOU;
            case "RESOLVED" -> SOLVED;
            case "CLOSED" -> CLOSED;
            // Open, on hold, and whatever finer state staff may get one day: somebody has it.
            default -> IN_PROGRESS;
        };
    }
}
