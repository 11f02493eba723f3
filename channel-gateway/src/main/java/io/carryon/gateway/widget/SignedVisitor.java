package io.carryon.gateway.widget;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.Visitor;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Reads who a visitor is from a JWT of the site's server: HS256 with the site's secret, good for a day at most. */
@ApplicationScoped
class SignedVisitor {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int PARTS = 3;
    private static final int NAME_LIMIT = 200;
    private static final int EMAIL_LIMIT = 320;

    private final ObjectMapper json;
    private final Clock clock;

    SignedVisitor(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Head(String alg) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Claims(String sub, String name, String email, Long exp) {}

    /** 403 when it is not signed by the site, is over, or names nobody. */
    Visitor of(Site site, String token) {
        var parts = token.split("\\.", -1);
        var secret = site.secret().orElseThrow(SignedVisitor::wrong);
        if (parts.length != PARTS || !isSigned(secret, parts)) {
            throw wrong();
        }
        try {
            var claims = json.readValue(decoded(parts[1]), Claims.class);
            var now = clock.instant();
            var end = claims.exp() == null ? Instant.MIN : Instant.ofEpochSecond(claims.exp());
            if (!"HS256".equals(json.readValue(decoded(parts[0]), Head.class).alg())
                    || !now.isBefore(end)
                    || end.isAfter(now.plus(LONGEST))
                    || isTooLong(claims.sub(), NAME_LIMIT)
                    || isTooLong(claims.email(), EMAIL_LIMIT)
                    || (claims.sub() == null && claims.email() == null)) {
                throw wrong();
            }
            var name = claims.name();
            return new Visitor(
                    isTooLong(name, NAME_LIMIT) ? name.substring(0, NAME_LIMIT) : name,
                    claims.email(),
                    claims.sub(),
                    true);
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            throw wrong();
        }
    }

    private static boolean isSigned(String secret, String[] parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(
                    mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)), decoded(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static boolean isTooLong(String text, int limit) {
        return text != null && text.length() > limit;
    }

    private static ProblemException wrong() {
        return ProblemException.of(
                403,
                "identity-wrong",
                "Who the visitor is was not proved",
                "Let the site's server sign a JWT with sub or email and an exp within a day (HS256, the site's secret),"
                        + " or leave identity out.");
    }
}
