package io.carryon.gateway.email.hook;

import io.carryon.gateway.email.hook.MailHookConfig.Kind;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows a mail provider by its token. What is wrong in the configuration stops the start, never naming a secret. */
@Startup
@ApplicationScoped
class MailHooks {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,50}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{16,128}");

    private final List<Hook> hooks = new ArrayList<>();

    MailHooks(MailHookConfig config) {
        config.connections().forEach(this::add);
    }

    /** A connection: of its token only the hash is kept. {@code key} verifies, {@code secret} signs; each may be null. */
    record Hook(String name, Kind kind, byte[] tokenHash, String secret, PublicKey key) {}

    private void add(String name, MailHookConfig.Connection configured) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "its name must be 1 to 50 letters, digits and . _ -");
        }
        var token = secret(configured.token(), configured.tokenFile())
                .orElseThrow(() -> wrong(name, "it needs a token or a token-file"));
        if (!TOKEN.matcher(token).matches()) {
            throw wrong(name, "its token must be 16 to 128 letters, digits and . _ ~ -");
        }
        var hash = hash(token);
        if (hooks.stream().anyMatch(hook -> MessageDigest.isEqual(hook.tokenHash(), hash))) {
            throw wrong(name, "its token is another connection's too");
        }
        var key = secret(configured.key(), configured.keyFile());
        if (configured.kind() == Kind.MAILGUN && key.isEmpty()) {
            throw wrong(name, "Mailgun signs, so it needs a key or a key-file");
        }
        var isMailgun = configured.kind() == Kind.MAILGUN;
        var verifying = configured.kind() == Kind.SENDGRID
                ? key.map(text -> publicKey(name, text))
                : Optional.<PublicKey>empty();
        hooks.add(new Hook(name, configured.kind(), hash, isMailgun ? key.get() : null, verifying.orElse(null)));
    }

    Optional<Hook> with(String token) {
        var hash = hash(token);
        Hook found = null;
        // All are compared, so that the time taken tells nothing.
        for (var hook : hooks) {
            if (MessageDigest.isEqual(hook.tokenHash(), hash)) {
                found = hook;
            }
        }
        return Optional.ofNullable(found);
    }

    private static PublicKey publicKey(String name, String text) {
        try {
            var key = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text));
            return KeyFactory.getInstance("EC").generatePublic(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrong(name, "its key must be SendGrid's public key in Base64");
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Optional<String> secret(Optional<String> given, Optional<Path> file) {
        return given.or(() -> file.map(MailHooks::read));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("A secret of a mail webhook cannot be read", e);
        }
    }

    private static IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("carryon.mail-hooks.connections." + name + ": " + what);
    }
}
