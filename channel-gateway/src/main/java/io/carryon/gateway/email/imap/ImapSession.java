package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.account.ImapAccount;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;

/** Opens connections to the mail server; each with time limits, because the library's own are infinite. */
final class ImapSession {

    private static final String PIECE = "262144";

    private final ImapAccount account;

    ImapSession(ImapAccount account) {
        this.account = account;
    }

    Store connect(Duration silence) throws MessagingException {
        var properties = account.tls().properties("imap");
        properties.put("mail.imap.connectiontimeout", millis(account.timeout()));
        properties.put("mail.imap.writetimeout", millis(account.timeout()));
        properties.put("mail.imap.timeout", millis(silence));
        properties.put("mail.imap.peek", "true");
        // Only what is too large for memory is read by the library's streams, and that in pieces.
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", PIECE);
        var store = Session.getInstance(properties).getStore("imap");
        store.connect(
                account.host().orElseThrow(),
                account.port(),
                account.user().orElse(""),
                account.password().orElse(""));
        return store;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
