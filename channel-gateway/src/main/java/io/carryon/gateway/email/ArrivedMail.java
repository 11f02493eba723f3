package io.carryon.gateway.email;

/** A mail as the mailbox holds it; {@code deliveryKey} names its place there, which no other mail will ever have. */
public record ArrivedMail(String deliveryKey, byte[] raw) {

    /** What the mailbox is to do with it. */
    public enum Disposition {
        /** It was taken: move it out of the way. */
        PROCESSED,
        /** It could not be read and is in quarantine. */
        FAILED,
        /** It was not taken: leave it and bring it again. */
        LEFT
    }
}
