package io.carryon.ticketing.desk;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.ws.rs.core.EntityTag;

/** The revision of a ticket as the entity tag of RFC 9110. */
final class Revision {

    private Revision() {}

    static EntityTag tag(int revision) {
        return new EntityTag(String.valueOf(revision));
    }

    /** 428 without If-Match, 412 when the ticket has moved on since; weak tags never match. */
    static void require(String ifMatch, Ticket ticket) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    428,
                    "precondition-required",
                    "If-Match is needed",
                    "Get the ticket and send its ETag as If-Match, so that you change what you have seen.");
        }
        var current = "\"" + ticket.revision() + "\"";
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals("*") || tag.strip().equals(current)) {
                return;
            }
        }
        throw ProblemException.of(
                412,
                "stale",
                "The ticket has changed since you read it",
                "Get the ticket again, look at what changed and repeat with its new ETag, now %s.".formatted(current));
    }
}
