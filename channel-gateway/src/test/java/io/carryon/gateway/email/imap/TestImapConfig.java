package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.account.ImapAccount;
import io.carryon.gateway.email.account.MailServerTls;
import io.carryon.gateway.email.account.OauthClient;
import java.time.Duration;
import java.util.Optional;

/** The scripted server's mailbox. Two mails a batch, so that a handful shows what happens between batches. */
record TestImapConfig(int port, MailServerTls tls, Duration timeout, int batch, int backlog) implements ImapAccount {

    TestImapConfig(int port) {
        this(port, MailServerTls.NONE, Duration.ofSeconds(10), 2, 500);
    }

    @Override
    public Optional<String> host() {
        return Optional.of("127.0.0.1");
    }

    @Override
    public Optional<String> user() {
        return Optional.of("support");
    }

    @Override
    public Optional<String> password() {
        return Optional.of("secret");
    }

    @Override
    public Optional<OauthClient> oauth2() {
        return Optional.empty();
    }

    @Override
    public String folder() {
        return "INBOX";
    }

    @Override
    public String processed() {
        return "Processed";
    }

    @Override
    public String failed() {
        return "Failed";
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration idle() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration stalledAfter() {
        return Duration.ofMinutes(10);
    }

    @Override
    public long batchBytes() {
        return 1_000_000;
    }
}
