package io.carryon.gateway.email.account;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/** How we are let in at an account: by password, or by access tokens of its client. */
public final class SignIn {

    private final Account account;
    private final Optional<AccessTokens> tokens;

    public SignIn(Account account, Clock clock) {
        this.account = account;
        this.tokens = account.oauth2().map(client -> new AccessTokens(client, account.timeout(), clock));
    }

    /** The mail library's properties for the way to the server and into it; protocol is such as {@code smtp}. */
    public Properties properties(String protocol) {
        var properties = account.tls().properties(protocol);
        tokens.ifPresent(any -> properties.put("mail." + protocol + ".auth.mechanisms", "XOAUTH2"));
        return properties;
    }

    /** A token may be taken back before its end, so one that is refused is replaced by a new one, once. */
    public void connect(Service service) throws MessagingException {
        if (tokens.isEmpty()) {
            connect(service, account.password().orElse(null));
            return;
        }
        var token = tokens.get().current();
        try {
            connect(service, token);
        } catch (AuthenticationFailedException e) {
            tokens.get().refused(token);
            connect(service, tokens.get().current());
        }
    }

    private void connect(Service service, String secret) throws MessagingException {
        service.connect(
                account.host().orElse("localhost"),
                account.port(),
                account.user().orElse(null),
                secret);
    }
}
