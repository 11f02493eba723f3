package io.carryon.gateway.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as the ticket-service would write them. */
public final class TicketEvents {

    private TicketEvents() {}

    /** A whole ticket.changed; contactId may be null. */
    public static Map<String, Object> changed(
            UUID ticketId, int revision, String change, String status, UUID contactId) {
        var event = new LinkedHashMap<String, Object>();
        event.put("ticketId", ticketId);
        event.put("number", "1004273");
        event.put("issueId", UUID.nameUUIDFromBytes(new byte[] {1}));
        event.put("customerId", UUID.nameUUIDFromBytes(new byte[] {2}));
        event.put("revision", revision);
        event.put("change", change);
        event.put("at", "2026-03-02T10:20:00Z");
        event.put("actor", Map.of("kind", "customer"));
        event.put("subject", "The invoice for May is wrong");
        event.put("status", status);
        event.put("queue", "billing");
        event.put("priority", "HIGH");
        event.put("openedAt", "2026-03-02T10:00:00Z");
        event.put("contactId", contactId);
        if (change.equals("OPENED")) {
            var target = Map.of("agentId", "agent-1", "extension", "101");
            event.put("offer", Map.of("targets", List.of(target), "position", 2, "estimatedWaitSec", 40));
        }
        return event;
    }

    /** A whole ticket.changed about a callback, {@code since} an ISO time. */
    public static Map<String, Object> callback(
            UUID ticketId, int revision, UUID contactId, String callbackId, String state, String since) {
        var event = changed(ticketId, revision, "CALLBACK_CHANGED", "OPEN", contactId);
        event.put("callback", Map.of("callbackId", callbackId, "state", state, "since", since));
        return event;
    }

    /** A whole contact.recognized, of a customer seen before. */
    public static Map<String, Object> recognized(UUID contactId) {
        var past = Map.of(
                "contactId", UUID.nameUUIDFromBytes(new byte[] {3}),
                "channel", "email",
                "at", "2026-02-27T15:03:20Z",
                "subject", "The invoice for May is wrong",
                "excerpt", "You charged the basic fee twice.",
                "issueId", UUID.nameUUIDFromBytes(new byte[] {1}));
        var open = Map.of(
                "issueId", UUID.nameUUIDFromBytes(new byte[] {1}),
                "ticketId", UUID.nameUUIDFromBytes(new byte[] {4}),
                "ticketNumber", "1004273",
                "status", "OPEN",
                "subject", "The invoice for May is wrong");
        return Map.of(
                "contact", Map.of("contactId", contactId, "channel", "phone"),
                "customer",
                        Map.of("id", UUID.nameUUIDFromBytes(new byte[] {2}), "name", "Marta Nowak", "match", "maybe"),
                "issue", Map.of("id", UUID.nameUUIDFromBytes(new byte[] {1}), "decision", "LINK"),
                "card",
                        Map.of(
                                "openIssues", List.of(open),
                                "recentContacts", List.of(past),
                                "earlierOnIssue", List.of(past)));
    }

    /** A contact.recognized with a question for somebody who only claims to be the customer. */
    public static Map<String, Object> asking(UUID contactId, String general) {
        var event = new LinkedHashMap<>(recognized(contactId));
        event.put(
                "question",
                Map.of(
                        "language",
                        "de",
                        "kind",
                        "specific",
                        "text",
                        "For staff: the double charge.",
                        "general",
                        general,
                        "issueId",
                        UUID.nameUUIDFromBytes(new byte[] {1}),
                        "disclosable",
                        false));
        return event;
    }

    /** A whole reply.requested. */
    public static Map<String, Object> reply(UUID replyId, UUID ticketId, UUID contactId, String channel, String text) {
        var event = new LinkedHashMap<String, Object>();
        event.put("replyId", replyId);
        event.put("ticketId", ticketId);
        event.put("ticketNumber", "1004273");
        event.put("issueId", UUID.nameUUIDFromBytes(new byte[] {1}));
        event.put("customerId", UUID.nameUUIDFromBytes(new byte[] {2}));
        event.put("contactId", contactId);
        event.put("channel", channel);
        event.put("connection", "site");
        event.put("to", Map.of("kind", "account", "value", "cust-20417"));
        event.put("subject", "The invoice for May is wrong");
        event.put("text", text);
        event.put("author", Map.of("id", "a1", "name", "Anna Weber"));
        event.put("thread", Map.of("references", List.of()));
        event.put("requestedAt", "2026-03-02T10:20:00Z");
        return event;
    }
}
