package io.carryon.gateway.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** HMAC-SHA256 under our secret: signs challenges, and keeps addresses countable without keeping them. */
@ApplicationScoped
class Keyed {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Keyed(@ConfigProperty(name = "carryon.signing-secret") String secret) {
        this.secret = new SecretKeySpec(("guard|" + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    byte[] of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
