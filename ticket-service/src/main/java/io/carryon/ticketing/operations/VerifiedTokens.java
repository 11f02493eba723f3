package io.carryon.ticketing.operations;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers a token's verification for a minute, and never beyond its expiry: portals and agents send the same one with
 * every request, and checking its signature costs as much as answering. A key that is withdrawn counts a minute longer.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public abstract class VerifiedTokens implements JWTParser {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private record Verified(JsonWebToken token, Instant until) {}

    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    private final JWTParser parser;
    private final Clock clock;

    protected VerifiedTokens(@Delegate JWTParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        var now = clock.instant();
        var known = verified.get(token);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        var parsed = parser.parse(token);
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(token, new Verified(parsed, earlier(now.plus(REMEMBERED), parsed.getExpirationTime())));
        return parsed;
    }

    private static Instant earlier(Instant end, long expirySeconds) {
        var expiry = Instant.ofEpochSecond(expirySeconds);
        return expiry.isBefore(end) ? expiry : end;
    }
}
