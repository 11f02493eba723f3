package io.carryon.gateway.email.loop;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stands for an address where it is only compared: whoever reads the table cannot tell whose it is. */
@ApplicationScoped
class AddressHash {

    private final SecretKeySpec key;

    AddressHash(@ConfigProperty(name = "carryon.signing-secret") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String of(String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var folded = "a:" + address.strip().toLowerCase(Locale.ROOT);
            return HexFormat.of().formatHex(mac.doFinal(folded.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
