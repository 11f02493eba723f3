package io.carryon.gateway.phone.cti;

import io.carryon.gateway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hex HMAC-SHA256 of a body under a shared secret. */
final class PushSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private PushSignature() {}

    /** 401 when the body was not signed with the secret; compared in constant time. */
    static void check(String secret, byte[] body, String signature) {
        var given = signature == null ? "" : signature.strip().toLowerCase(Locale.ROOT);
        if (!MessageDigest.isEqual(
                of(secret, body).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8))) {
            throw ProblemException.of(
                    401,
                    "wrong-signature",
                    "The body is not signed with the shared secret",
                    "Send X-PLACETEL-SIGNATURE, made with the secret configured for this connection.");
        }
    }

    static String of(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
