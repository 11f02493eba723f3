package io.carryon.gateway.email.hook;

import io.carryon.gateway.email.Envelope;
import io.carryon.gateway.email.hook.MailHooks.Hook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A route of Mailgun that forwards to an address ending in {@code mime}. The signature covers a time and a token and not
 * the mail, so each token is good for one mail only.
 */
@ApplicationScoped
class MailgunHook {

    private static final String HMAC = "HmacSHA256";

    private final MailHookConfig config;
    private final UsedTokens used;
    private final Clock clock;

    MailgunHook(MailHookConfig config, UsedTokens used, Clock clock) {
        this.config = config;
        this.used = used;
        this.clock = clock;
    }

    PostedMail read(Hook hook, Posted posted) {
        var form = Form.of(posted);
        var timestamp = form.text("timestamp");
        var token = form.text("token");
        var given = form.text("signature").toLowerCase(Locale.ROOT);
        if (!isSame(signature(hook.secret(), timestamp + token), given) || !isLate(timestamp)) {
            throw Refusals.wrongSignature("Check the signing key, and this machine's clock.");
        }
        var mail = form.bytes("body-mime", "is missing; let the route forward to an address that ends in mime");
        if (!used.isFor(hook.name(), token, mail, config.signedWithin())) {
            throw Refusals.wrongSignature("The token was used for another mail.");
        }
        return new PostedMail(
                new Envelope(form.text("sender"), List.of(form.text("recipient")), false),
                new ByteArrayInputStream(mail));
    }

    private boolean isLate(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var now = Instant.now(clock);
        var signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return signed.isAfter(now.minus(config.signedWithin())) && signed.isBefore(now.plus(config.signedWithin()));
    }

    static String signature(String key, String signed) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    private static boolean isSame(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
