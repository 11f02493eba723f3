package io.carryon.gateway.portal;

import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** Believes an OpenID provider's ID tokens: signed with its keys, made by it for us, in time, for this sign-in. */
final class IdTokens {

    private static final int SKEW_SECONDS = 30;

    private final JwtConsumer consumer;

    IdTokens(String issuer, String clientId, String keys) {
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(issuer)
                .setExpectedAudience(clientId)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                // Neither "none" nor a shared secret: the provider's own keys alone.
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)))
                .build();
    }

    /** Why a token is not believed; tells nothing of who it names. */
    static final class NotBelieved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotBelieved(String message) {
            super(message);
        }
    }

    /** The claims in words; {@link NotBelieved} when anything is wrong with the token. */
    Map<String, String> believed(String token, String nonce) {
        try {
            var claims = consumer.processToClaims(token);
            if (!nonce.equals(claims.getClaimValueAsString("nonce"))) {
                throw new NotBelieved("it is of another sign-in");
            }
            var words = new HashMap<String, String>();
            claims.getClaimsMap().forEach((name, value) -> words.put(name, String.valueOf(value)));
            return words;
        } catch (InvalidJwtException e) {
            throw new NotBelieved(e.getErrorDetails().stream()
                    .map(detail -> "error " + detail.getErrorCode())
                    .toList()
                    .toString());
        }
    }
}
