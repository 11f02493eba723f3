package io.carryon.gateway.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes a chat's token, 256 bits, from a random nonce and our secret: the same token again for a repeated opening,
 * and none for who only reads the database.
 */
@ApplicationScoped
public class SessionTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public SessionTokens(@ConfigProperty(name = "carryon.signing-secret") String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String freshNonce() {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return encoded(nonce);
    }

    String token(UUID sessionId, String nonce) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return encoded(mac.doFinal(("chat|" + sessionId + "|" + nonce).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
