package io.carryon.ticketing.linking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import java.time.Instant;
import java.util.UUID;

/** Words on contacts as the profile publishes them. */
final class LinkedFixtures {

    private LinkedFixtures() {}

    static String contactOf(ObjectNode recognized) {
        return recognized.at("/contact/contactId").textValue();
    }

    static String issueOf(ObjectNode recognized) {
        return recognized.at("/issue/id").textValue();
    }

    static String customerOf(ObjectNode recognized) {
        return recognized.at("/customer/id").textValue();
    }

    /** A member of staff says now that the contact is about an issue. */
    static ObjectNode linked(ObjectNode contact, String toIssue, String state) {
        return linkedAt(contact, toIssue, state, Instant.now());
    }

    static ObjectNode linkedAt(ObjectNode contact, String toIssue, String state, Instant at) {
        return (ObjectNode) Line.json("""
                {"actId":"%s","contactId":"%s","customerId":"%s","memberId":"%3$s","fromIssueId":"%s","toIssueId":"%s",
                 "state":"%s","at":"%s","by":{"kind":"staff","name":"Ada"}}""".formatted(
                UUID.randomUUID(), contactOf(contact), customerOf(contact), issueOf(contact), toIssue, state, at));
    }

    static void publish(ObjectNode linked) {
        Line.open()
                .publish(
                        "contact.linked",
                        linked.get("actId").textValue(),
                        linked.get("customerId").textValue(),
                        linked);
    }
}
