package io.carryon.local.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The secrets of one data directory, made at its first start.
 *
 * @param signingSecret signs message ids and links
 * @param serviceToken a file with the token by which the gateway asks the profile
 * @param telephoneToken a file with the token in the path that the telephone system {@code pbx} pushes its calls to
 */
public record Secrets(SigningKeys keys, String signingSecret, Path serviceToken, Path telephoneToken) {

    private static final int RANDOM_BYTES = 32;

    public static Secrets in(Path folder) throws IOException {
        SigningKeys keys = SigningKeys.in(folder);
        Path secret = random(folder.resolve("signing-secret"));
        Path serviceToken = folder.resolve("service-token");
        SecretFile.write(serviceToken, new Tokens(keys).token("service"));
        return new Secrets(keys, Files.readString(secret), serviceToken, random(folder.resolve("telephone-token")));
    }

    /** What opens the doors, by role; {@code cti} opens the telephone system's. */
    public Map<String, String> tokens() throws IOException {
        Tokens issuer = new Tokens(keys);
        Map<String, String> tokens = new LinkedHashMap<>();
        Tokens.ROLES.forEach(role -> tokens.put(role, issuer.token(role)));
        tokens.put("cti", Files.readString(telephoneToken));
        return tokens;
    }

    private static Path random(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            SecretFile.write(file, HexFormat.of().formatHex(random));
        }
        return file;
    }
}
