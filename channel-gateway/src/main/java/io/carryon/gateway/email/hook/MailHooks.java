package io.carryon.gateway.email.hook;

import io.carryon.gateway.door.TokenDoors;
import io.carryon.gateway.email.hook.MailHookConfig.Kind;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Knows a mail provider by its token. */
@Startup
@ApplicationScoped
class MailHooks {

    private final TokenDoors<Hook> doors = new TokenDoors<>("carryon.mail-hooks.connections");

    MailHooks(MailHookConfig config) {
        config.connections()
                .forEach((name, configured) ->
                        doors.add(name, configured.token(), configured.tokenFile(), () -> hook(name, configured)));
    }

    /** A connection: {@code key} verifies, {@code secret} signs; each may be null. */
    record Hook(String name, Kind kind, String secret, PublicKey key) {}

    private Hook hook(String name, MailHookConfig.Connection configured) {
        var key = TokenDoors.secret(configured.key(), configured.keyFile());
        return switch (configured.kind()) {
            case MAILGUN ->
                new Hook(
                        name,
                        configured.kind(),
                        key.orElseThrow(() -> doors.wrong(name, "Mailgun signs, so it needs a key or a key-file")),
                        null);
            case SENDGRID ->
                new Hook(
                        name,
                        configured.kind(),
                        null,
                        key.map(text -> publicKey(name, text)).orElse(null));
            case POSTMARK -> new Hook(name, configured.kind(), null, null);
        };
    }

    Optional<Hook> with(String token) {
        return doors.with(token);
    }

    private PublicKey publicKey(String name, String text) {
        try {
            var key = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text));
            return KeyFactory.getInstance("EC").generatePublic(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw doors.wrong(name, "its key must be SendGrid's public key in Base64");
        }
    }
}
