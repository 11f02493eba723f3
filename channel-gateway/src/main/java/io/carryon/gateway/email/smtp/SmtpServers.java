package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.Mailboxes;
import io.carryon.gateway.email.account.SmtpAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers by which our mailboxes' mails go out. */
@ApplicationScoped
class SmtpServers {

    private final Mailboxes mailboxes;
    private final Map<SmtpAccount, SmtpServer> servers = new ConcurrentHashMap<>();

    SmtpServers(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** The one for mails of this connection. */
    SmtpServer of(String connection) {
        return servers.computeIfAbsent(mailboxes.wayOut(connection), SmtpServer::new);
    }
}
