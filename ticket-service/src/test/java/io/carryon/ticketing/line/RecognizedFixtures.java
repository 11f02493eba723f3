package io.carryon.ticketing.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** Recognized contacts as the profile publishes them. */
public final class RecognizedFixtures {

    private RecognizedFixtures() {}

    /** Maria's mail about a new issue of a new customer. */
    public static ObjectNode mail() {
        return mailAbout(UUID.randomUUID(), UUID.randomUUID());
    }

    /** A customer's mail about an issue. */
    public static ObjectNode mailAbout(UUID customerId, UUID issueId) {
        return contact("email", "support", "mailto", "maria@example.org", customerId, issueId);
    }

    /** A call of somebody with no other handle than the number. */
    public static ObjectNode call(UUID customerId, UUID issueId) {
        var call = contact("phone", "hotline", "tel", "+4930123456", customerId, issueId);
        ((ObjectNode) call.get("contact")).putNull("subject").set("phone", Line.json("""
                                {"callId":"c-1","menuPath":["1","0"],"collected":{},"trigger":"dtmf0","queueHint":"billing"}"""));
        return call;
    }

    /** Somebody new calls and wants a person of the queue. */
    public static ObjectNode callFor(String queue) {
        var call = call(UUID.randomUUID(), UUID.randomUUID());
        ((ObjectNode) call.at("/contact/phone")).put("queueHint", queue);
        return call;
    }

    /** A messenger's user whose channel takes replies until a time, or (null) any time. */
    public static ObjectNode messenger(String channel, String kind, String handle, Instant replyUntil) {
        var message = contact(channel, "shop", kind, handle, UUID.randomUUID(), UUID.randomUUID());
        var contact = (ObjectNode) message.get("contact");
        ((ObjectNode) contact.at("/sender/handles/0")).put("verification", "verified");
        if (replyUntil != null) {
            contact.put("replyUntil", replyUntil.toString());
        }
        return message;
    }

    private static ObjectNode contact(
            String channel, String connection, String kind, String handle, UUID customerId, UUID issueId) {
        var id = UUID.randomUUID();
        var now = Instant.now();
        return (ObjectNode) Line.json(
                """
                {"contact":{"contactId":"%1$s","entryId":"%1$s","sequence":0,"channel":"%2$s","connection":"%3$s",
                  "occurredAt":"%4$s","receivedAt":"%4$s",
                  "sender":{"name":"Maria Weber","handles":[
                     {"kind":"%5$s","value":"%6$s","raw":"%6$s","verification":"claimed"}]},
                  "participants":[],"subject":"Invoice of May","text":"The invoice is wrong.","truncated":false,
                  "attachments":[{"id":"1","name":"invoice.pdf","mediaType":"application/pdf","size":7,
                     "sha256":"%9$s","disposition":"attachment"}],
                  "thread":{"messageId":"<m-%1$s@example.org>","inReplyTo":[],"references":["<first@example.org>"],
                     "ticketNumbers":[]},
                  "original":{"sha256":"%9$s","mediaType":"message/rfc822","size":7}},
                 "customer":{"id":"%7$s","name":"Maria Weber","match":"known","since":"%4$s","handles":[
                     {"kind":"%5$s","value":"%6$s","verification":"claimed"}]},
                 "issue":{"id":"%8$s","decision":"NEW","contactNumber":1,"candidates":[],
                  "evidence":[{"kind":"first-contact","detail":"first contact"}]},
                 "card":{"frozenAt":"%4$s","contactCount":2,"earlierOnIssue":[],"recentContacts":[],"openIssues":[]}}""".formatted(id, channel, connection, now, kind, handle, customerId, issueId, "ab".repeat(32)));
    }
}
