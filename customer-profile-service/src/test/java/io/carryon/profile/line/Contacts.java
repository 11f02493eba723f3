package io.carryon.profile.line;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** Events as the other services publish them, in the words of the tests. */
public final class Contacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contacts() {}

    /** A mail whose sender's domain vouches for it. */
    public static ObjectNode mail(UUID contact, String from, String subject) {
        return contact(contact, "email", "mailto", from, "verified", subject);
    }

    /** A mail whose sender may be anyone. */
    public static ObjectNode claimedMail(UUID contact, String from, String subject) {
        return contact(contact, "email", "mailto", from, "claimed", subject);
    }

    public static ObjectNode call(UUID contact, String from) {
        return contact(contact, "phone", "tel", from, "claimed", null);
    }

    private static ObjectNode contact(
            UUID contact, String channel, String kind, String handle, String verification, String subject) {
        var event = JSON.createObjectNode()
                .put("contactId", contact.toString())
                .put("entryId", contact.toString())
                .put("sequence", 0)
                .put("channel", channel)
                .put("connection", "main")
                .put("occurredAt", Instant.now().toString())
                .put("receivedAt", Instant.now().toString())
                .put("subject", subject)
                .put("text", text(subject))
                .put("truncated", false);
        var sender = event.putObject("sender").put("name", "Jana Novak");
        var first = sender.putArray("handles")
                .addObject()
                .put("kind", kind)
                .put("value", handle)
                .put("region", "DE")
                .put("verification", verification);
        if ("verified".equals(verification)) {
            first.put("method", "dmarc");
        }
        event.putArray("participants");
        event.putArray("attachments");
        var thread = event.putObject("thread");
        thread.putArray("inReplyTo");
        thread.putArray("references");
        thread.putArray("ticketNumbers");
        return event;
    }

    /** The contact with a further handle of its sender. */
    /** What is written follows from what it is about, so that two subjects are two matters. */
    private static String text(String subject) {
        return subject == null || subject.contains("outer")
                ? "My router drops the line.\n\nSince Monday."
                : "Could you please explain the " + subject + " to me in detail?";
    }

    public static ObjectNode handle(ObjectNode contact, String kind, String value, String verification) {
        contact.withArray("/sender/handles")
                .addObject()
                .put("kind", kind)
                .put("value", value)
                .put("verification", verification);
        return contact;
    }

    public static ObjectNode thread(ObjectNode contact) {
        return (ObjectNode) contact.get("thread");
    }

    /** A further message of the same contact. */
    public static ObjectNode entry(ObjectNode contact, UUID entry, int sequence) {
        return contact.deepCopy().put("entryId", entry.toString()).put("sequence", sequence);
    }

    public static ObjectNode ticket(
            UUID ticket, String number, String issue, String customer, long revision, String change, String status) {
        var event = JSON.createObjectNode()
                .put("ticketId", ticket.toString())
                .put("number", number)
                .put("issueId", issue)
                .put("customerId", customer)
                .put("revision", revision)
                .put("change", change)
                .put("at", Instant.now().toString())
                .put("subject", "Router drops the line")
                .put("status", status)
                .put("queue", "general")
                .put("priority", "NORMAL")
                .put("openedAt", "2026-11-20T09:00:00Z");
        event.putObject("actor").put("kind", "system");
        return event;
    }

    public static ObjectNode reply(ObjectNode ticket, UUID reply, String text) {
        ticket.putObject("reply")
                .put("replyId", reply.toString())
                .put("channel", "email")
                .put("text", text)
                .put("author", "amy");
        return ticket;
    }

    public static ObjectNode delivery(UUID reply, UUID ticket, String issue, String outcome, String messageId) {
        return JSON.createObjectNode()
                .put("replyId", reply.toString())
                .put("ticketId", ticket.toString())
                .put("issueId", issue)
                .put("channel", "email")
                .put("outcome", outcome)
                .put("messageId", messageId)
                .put("at", Instant.now().toString());
    }
}
