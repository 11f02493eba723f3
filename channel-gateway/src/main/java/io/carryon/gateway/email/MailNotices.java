package io.carryon.gateway.email;

/** Tells senders what became of a mail that is no contact. */
@FunctionalInterface
public interface MailNotices {

    /**
     * Says that a mail was too large to be read; returns at once. A notice that cannot be sent is not tried again, for the
     * mail itself is before staff.
     *
     * @param connection names the mailbox it was written to
     * @param isVerified whether the sender is proved; one who is not is told once, whatever else they send
     * @param mail its headers; its content may be cut off
     * @param bytes the whole mail's size
     */
    void tooLarge(String connection, boolean isVerified, MailMessage mail, long bytes);
}
