package io.carryon.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import java.lang.reflect.Proxy;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = NOON;
    private Instant expiry = NOON.plus(Duration.ofHours(1));
    private final VerifiedTokens tokens = new Tokens(parser(), clock());

    @Test
    void aTokenIsCheckedOnceAMinute() throws ParseException {
        tokens.parse("ana");
        now = NOON.plusSeconds(59);
        tokens.parse("ana");
        tokens.parse("ben");
        now = NOON.plusSeconds(60);
        tokens.parse("ana");

        assertThat(checked).containsExactly("ana", "ben", "ana");
    }

    @Test
    void aTokenThatExpiresWhileItIsRememberedIsCheckedAgain() throws ParseException {
        expiry = NOON.plusSeconds(20);
        tokens.parse("ana");
        now = NOON.plusSeconds(20);

        assertThatThrownBy(() -> tokens.parse("ana")).isInstanceOf(ParseException.class);
    }

    @Test
    void aTokenThatWasRefusedIsNotRemembered() {
        expiry = NOON.minusSeconds(1);

        assertThatThrownBy(() -> tokens.parse("ana")).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> tokens.parse("ana")).isInstanceOf(ParseException.class);
        assertThat(checked).hasSize(2);
    }

    private JWTParser parser() {
        return proxy(JWTParser.class, argument -> {
            checked.add((String) argument);
            if (!now.isBefore(expiry)) {
                throw new ParseException("expired");
            }
            return proxy(JsonWebToken.class, name -> expiry.getEpochSecond());
        });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private interface Answer {
        Object to(Object argument) throws ParseException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(arguments == null ? null : arguments[0])));
    }

    /** The methods that are not decorated. */
    private static final class Tokens extends VerifiedTokens {

        private final JWTParser rest;

        private Tokens(JWTParser rest, Clock clock) {
            super(rest, clock);
            this.rest = rest;
        }

        @Override
        public JsonWebToken parse(String token, JWTAuthContextInfo info) throws ParseException {
            return rest.parse(token, info);
        }

        @Override
        public JsonWebToken verify(String token, PublicKey key) throws ParseException {
            return rest.verify(token, key);
        }

        @Override
        public JsonWebToken verify(String token, SecretKey key) throws ParseException {
            return rest.verify(token, key);
        }

        @Override
        public JsonWebToken verify(String token, String key) throws ParseException {
            return rest.verify(token, key);
        }

        @Override
        public JsonWebToken decrypt(String token, PrivateKey key) throws ParseException {
            return rest.decrypt(token, key);
        }

        @Override
        public JsonWebToken decrypt(String token, SecretKey key) throws ParseException {
            return rest.decrypt(token, key);
        }

        @Override
        public JsonWebToken decrypt(String token, String key) throws ParseException {
            return rest.decrypt(token, key);
        }

        @Override
        public JsonWebToken parseOnly(String token) throws ParseException {
            return rest.parseOnly(token);
        }
    }
}
