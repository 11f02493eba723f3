package io.carryon.ticketing.linking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.UUID;

/** What we read of {@code io.carryon.contact.linked.v1}: somebody said which issue a contact is about. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactLinked(
        UUID actId, UUID contactId, UUID customerId, UUID memberId, UUID toIssueId, String state, Instant at, By by) {

    /** Staff, or the customer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record By(String kind, String name) {

        /** The actor in our logs; {@code customerId} is who the customer is, if it was the customer. */
        public Actor actor(UUID customerId) {
            return switch (kind) {
                case "staff" -> Actor.staff(name, name);
                case "customer" -> Actor.customer(customerId.toString(), name);
                default -> Actor.SYSTEM;
            };
        }
    }

    boolean isComplete() {
        return actId != null
                && contactId != null
                && customerId != null
                && toIssueId != null
                && state != null
                && at != null
                && by != null
                && by.kind() != null;
    }

    LinkAct act(String correlation) {
        var member = memberId == null ? customerId : memberId;
        return new LinkAct(actId.toString(), contactId, toIssueId, member, state, by.actor(member), at, correlation);
    }
}
