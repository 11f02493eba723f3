package io.carryon.local.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key pair of the local token issuer, as PEM files.
 *
 * @param privateKey PKCS 8, readable by its owner only
 * @param publicKey X.509
 */
public record SigningKeys(Path privateKey, Path publicKey) {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** The pair in the folder; makes one at the first call. */
    public static SigningKeys in(Path folder) throws IOException {
        SigningKeys keys = new SigningKeys(folder.resolve("jwt-private.pem"), folder.resolve("jwt-public.pem"));
        if (Files.notExists(keys.publicKey) || Files.notExists(keys.privateKey)) {
            Files.createDirectories(folder);
            KeyPair pair = generate();
            SecretFile.write(
                    keys.privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(keys.publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        }
        return keys;
    }

    PrivateKey readPrivateKey() throws IOException {
        String base64 = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IOException("The key in " + privateKey + " cannot be read", e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static String pem(String type, byte[] key) {
        return "-----BEGIN " + type + "-----\n" + LINES.encodeToString(key) + "\n-----END " + type + "-----\n";
    }
}
