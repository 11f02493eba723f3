package io.carryon.local.tokens;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The issuer of a local run: signs tokens for the roles one wants to try. */
public final class Tokens {

    public static final String ISSUER = "https://carryon.test";

    /** Whom the tokens are for: all services of one Carryon, and no other application of the issuer. */
    public static final String AUDIENCE = "carryon";

    /** The roles a person at the console gets a token for. */
    public static final List<String> ROLES = List.of("agent", "supervisor", "admin", "ivr", "portal", "ingest");

    private static final int VALID_DAYS = 30;

    private final PrivateKey key;

    public Tokens(SigningKeys keys) throws IOException {
        this.key = keys.readPrivateKey();
    }

    /** A token that makes its bearer the given role, valid for a month. */
    public String token(String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(role + "-1");
        claims.setStringClaim("upn", role + "-1@carryon.test");
        claims.setStringClaim("name", Character.toUpperCase(role.charAt(0)) + role.substring(1) + " One");
        claims.setStringListClaim("groups", List.of(role));
        claims.setIssuedAtToNow();
        claims.setGeneratedJwtId();
        claims.setExpirationTimeMinutesInTheFuture(60f * 24 * VALID_DAYS);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The local key cannot sign", e);
        }
    }
}
