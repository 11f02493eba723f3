package io.carryon.local.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secrets of one data directory, made at its first start.
 *
 * @param signingSecret signs message ids and links
 * @param serviceToken a file with the token by which the gateway asks the profile
 */
public record Secrets(SigningKeys keys, String signingSecret, Path serviceToken) {

    public static Secrets in(Path folder) throws IOException {
        SigningKeys keys = SigningKeys.in(folder);
        Path secret = folder.resolve("signing-secret");
        if (Files.notExists(secret)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            SecretFile.write(secret, HexFormat.of().formatHex(random));
        }
        Path serviceToken = folder.resolve("service-token");
        SecretFile.write(serviceToken, new Tokens(keys).token("service"));
        return new Secrets(keys, Files.readString(secret), serviceToken);
    }
}
