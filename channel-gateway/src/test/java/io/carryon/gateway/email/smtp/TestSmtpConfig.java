package io.carryon.gateway.email.smtp;

import io.carryon.gateway.email.MailServerTls;
import java.time.Duration;
import java.util.Optional;

/** A server on this machine that asks for the password that is the user's name. */
record TestSmtpConfig(int port, Optional<String> user) implements SmtpConfig {

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public Optional<String> password() {
        return user;
    }

    @Override
    public MailServerTls tls() {
        return MailServerTls.NONE;
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration answer() {
        return Duration.ofSeconds(10);
    }
}
