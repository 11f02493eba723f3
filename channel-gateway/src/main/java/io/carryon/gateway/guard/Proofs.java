package io.carryon.gateway.guard;

import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Gives out challenges, knows its own again, and takes each once, in whichever process. */
@ApplicationScoped
class Proofs {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "SHA-256";
    private static final int SALT_BYTES = 16;

    /** Ends with a sign that is no digit: else digits could move from the number to the time, and a used proof be new. */
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}\\?issued=(\\d{1,15})&expires=(\\d{1,15})&");

    private final Sql sql;
    private final Keyed keyed;
    private final Refusals refusals;
    private final GuardConfig config;
    private final Clock clock;

    Proofs(Sql sql, Keyed keyed, Refusals refusals, GuardConfig config, Clock clock) {
        this.sql = sql;
        this.keyed = keyed;
        this.refusals = refusals;
        this.config = config;
        this.clock = clock;
    }

    Challenge fresh() {
        var random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        var now = clock.instant();
        var salt = "%s?issued=%d&expires=%d&"
                .formatted(
                        HexFormat.of().formatHex(random),
                        now.toEpochMilli(),
                        now.plus(config.proofLife()).toEpochMilli());
        var challenge = Fingerprint.of(salt + RANDOM.nextInt(config.difficulty() + 1));
        return new Challenge(ALGORITHM, challenge, salt, config.difficulty(), signed(challenge));
    }

    /** Throws what is to be answered when it is no proof, comes too soon or too late, or was used before. */
    void take(String door, Solution proof) {
        if (proof == null) {
            throw refusals.noProof(door);
        }
        var salt = SALT.matcher(proof.salt());
        if (!salt.matches() || !isSolved(proof)) {
            throw refusals.wrongProof(door);
        }
        var now = clock.instant();
        var expires = Instant.ofEpochMilli(Long.parseLong(salt.group(2)));
        if (!now.isBefore(expires)) {
            throw refusals.lateProof(door);
        }
        var wait = Duration.between(
                now, Instant.ofEpochMilli(Long.parseLong(salt.group(1))).plus(config.fillTime()));
        if (wait.isPositive()) {
            throw refusals.tooFast(door, wait);
        }
        if (sql.update(
                        "insert into guard_proof (challenge, expires_at) values (?, ?) on conflict do nothing",
                        proof.challenge(),
                        expires)
                == 0) {
            throw refusals.usedProof(door);
        }
    }

    private boolean isSolved(Solution proof) {
        return (proof.algorithm() == null || proof.algorithm().equals(ALGORITHM))
                && equal(signed(proof.challenge()), proof.signature())
                && equal(Fingerprint.of(proof.salt() + proof.number()), proof.challenge());
    }

    private String signed(String challenge) {
        return HexFormat.of().formatHex(keyed.of("challenge|" + challenge));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
