package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.account.ImapAccount;
import io.carryon.gateway.email.account.SignIn;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Clock;
import java.time.Duration;

/** Opens connections to one account; each with time limits, because the library's own are infinite. */
final class ImapSession {

    private static final String PIECE = "262144";

    private final ImapAccount account;
    private final SignIn signIn;
    private final OpenSockets sockets = new OpenSockets();

    ImapSession(ImapAccount account, Clock clock) {
        this.account = account;
        this.signIn = new SignIn(account, clock);
    }

    Store connect(Duration silence) throws MessagingException {
        var properties = signIn.properties("imap");
        properties.put("mail.imap.connectiontimeout", millis(account.timeout()));
        properties.put("mail.imap.writetimeout", millis(account.timeout()));
        properties.put("mail.imap.timeout", millis(silence));
        properties.put("mail.imap.peek", "true");
        // Only what is too large for memory is read by the library's streams, and that in pieces.
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", PIECE);
        properties.put("mail.imap.socketFactory", sockets);
        properties.put("mail.imap.socketFactory.fallback", "false");
        var store = Session.getInstance(properties).getStore("imap");
        signIn.connect(store);
        return store;
    }

    /** Ends every connection, whatever it waits for. */
    void breakOff() {
        sockets.closeAll();
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
