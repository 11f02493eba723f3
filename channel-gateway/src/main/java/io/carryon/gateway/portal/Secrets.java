package io.carryon.gateway.portal;

import io.carryon.gateway.door.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Random tokens, of which only hashes are kept, and what is signed with our secret. */
@ApplicationScoped
class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Secrets(@ConfigProperty(name = "carryon.signing-secret") String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 128 random bits, fit for an address and a cookie. */
    static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    /** Whether it may be a token of ours at all. */
    static boolean isToken(String given) {
        return given != null && TOKEN.matcher(given).matches();
    }

    /** What is kept of a token. */
    static String hash(String token) {
        return Fingerprint.of(token);
    }

    /** What is kept of an address: nothing that anybody without our secret finds again. */
    String address(String email) {
        return signed("address|" + email.strip().toLowerCase(Locale.ROOT));
    }

    /** The word that a form of this browser carries. */
    String formWord(String browser) {
        return signed("form|" + browser);
    }

    /** What this browser's searches and reading go by: who learns it has none of what the cookie opens. */
    String trail(String browser) {
        return signed("trail|" + browser);
    }

    boolean isFormWord(String browser, String given) {
        return given != null
                && MessageDigest.isEqual(
                        formWord(browser).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return encoded(mac.doFinal(("portal|" + what).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
