package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.Mailboxes;
import io.carryon.gateway.email.account.SmtpAccount;
import io.carryon.gateway.reply.ReplyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers by which our mailboxes' mails go out. */
@ApplicationScoped
class SmtpServers {

    private final Mailboxes mailboxes;
    private final int mostSlow;
    private final Clock clock;
    private final Map<SmtpAccount, SmtpServer> servers = new ConcurrentHashMap<>();

    @Inject
    SmtpServers(Mailboxes mailboxes, ReplyConfig replies, Clock clock) {
        this(mailboxes, replies.parallel(), clock);
    }

    /** A slow server holds at most half of {@code parallel} where there is another one. */
    SmtpServers(Mailboxes mailboxes, int parallel, Clock clock) {
        this.mailboxes = mailboxes;
        this.mostSlow = mailboxes.hasOneWayOut() ? Integer.MAX_VALUE : Math.max(1, parallel / 2);
        this.clock = clock;
    }

    /** The one for mails of this connection. */
    SmtpServer of(String connection) {
        return servers.computeIfAbsent(
                mailboxes.wayOut(connection), account -> new SmtpServer(account, mostSlow, clock));
    }
}
