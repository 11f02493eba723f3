package io.carryon.ticketing.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What signs the messages to a receiver, as Standard Webhooks has it.
 *
 * @param key 24 to 64 bytes in base64
 */
record Secret(String key) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(Base64.getEncoder().encodeToString(key));
    }

    /** As the receiver is given it. */
    String written() {
        return PREFIX + key;
    }

    /** One signature of the header {@code webhook-signature}. */
    String sign(String id, Instant timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            mac.update("%s.%d.".formatted(id, timestamp.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC with SHA-256 is part of every Java", e);
        }
    }

    /** A secret has no place in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
