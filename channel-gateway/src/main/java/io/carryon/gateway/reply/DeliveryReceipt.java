package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Text;

/** What a channel can say of a reply: its outcome, the reason when it or a copy failed, the channel's id of the message if any. */
public record DeliveryReceipt(Outcome outcome, String reason, String messageId) {

    private static final int REASON_LIMIT = 1_000;

    public DeliveryReceipt {
        reason = reason(reason);
    }

    /** SENT: the next hop has it; UNKNOWN: the connection broke before the answer. */
    public enum Outcome {
        SENT,
        DELIVERED,
        BOUNCED,
        FAILED,
        UNKNOWN
    }

    public static DeliveryReceipt sent(String messageId) {
        return new DeliveryReceipt(Outcome.SENT, null, messageId);
    }

    /** It went to the customer, and not to everybody else. */
    public static DeliveryReceipt sentInPart(String messageId, String reason) {
        return new DeliveryReceipt(Outcome.SENT, reason, messageId);
    }

    public static DeliveryReceipt bounced(String reason) {
        return new DeliveryReceipt(Outcome.BOUNCED, reason, null);
    }

    /** It did not and will not leave. */
    public static DeliveryReceipt failed(String reason) {
        return new DeliveryReceipt(Outcome.FAILED, reason, null);
    }

    public static DeliveryReceipt unknown(String reason, String messageId) {
        return new DeliveryReceipt(Outcome.UNKNOWN, reason, messageId);
    }

    /** Others' words as the database and the contract take them. */
    static String reason(String given) {
        return Text.cut(Text.clean(given), REASON_LIMIT);
    }
}
