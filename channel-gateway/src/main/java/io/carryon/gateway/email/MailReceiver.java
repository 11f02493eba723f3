package io.carryon.gateway.email;

import io.carryon.gateway.email.ArrivedMail.Disposition;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Whom a mailbox hands its mails to; {@code connection} names the mailbox. Every method throws when the archive or the
 * database is away.
 */
public interface MailReceiver {

    /** Says for each delivery key what to do with the mail. */
    Map<String, Disposition> take(String connection, List<ArrivedMail> batch);

    /**
     * Takes a large mail that is kept as it comes, and in memory only while it is read; one that is too large to be read
     * is shown to staff.
     */
    Disposition takeLarge(String connection, String place, InputStream content) throws IOException;

    /** Shows to staff that the mail at this place cannot be had from the server. */
    Disposition takeWithheld(String connection, String place, String why);
}
