package io.carryon.gateway.messenger.whatsapp;

import io.carryon.gateway.messenger.Setup;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's {@code X-Hub-Signature-256}: the HMAC-SHA256 of the body's bytes under the app's secret. */
final class WhatsappSignature {

    private static final String HMAC = "HmacSHA256";

    private WhatsappSignature() {}

    static boolean isBy(String appSecret, byte[] body, String given) {
        return Setup.isSame(given, of(appSecret, body));
    }

    static String of(String appSecret, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
