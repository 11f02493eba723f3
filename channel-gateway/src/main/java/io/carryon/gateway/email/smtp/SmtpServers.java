package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.Mailboxes;
import io.carryon.gateway.email.account.SmtpAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers by which our mailboxes' mails go out. */
@ApplicationScoped
class SmtpServers {

    private final Mailboxes mailboxes;
    private final Clock clock;
    private final Map<SmtpAccount, SmtpServer> servers = new ConcurrentHashMap<>();

    SmtpServers(Mailboxes mailboxes, Clock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** The one for mails of this connection. */
    SmtpServer of(String connection) {
        return servers.computeIfAbsent(mailboxes.wayOut(connection), account -> new SmtpServer(account, clock));
    }
}
