package io.carryon.gateway.email.hook;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** Which mail a signed token came with first, for as long as it is good: it comes again with that mail or not at all. */
@ApplicationScoped
class UsedTokens {

    private final Sql sql;
    private final Clock clock;

    UsedTokens(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether the token is new or was this mail's before; tokens are forgotten after twice the time they are good for. */
    boolean isFor(String connection, String token, byte[] mail, Duration goodFor) {
        var now = clock.instant();
        var hash = sha256(mail);
        sql.update("delete from mail_hook_token where at < ?", Timestamp.from(now.minus(goodFor.multipliedBy(2))));
        sql.update(
                "insert into mail_hook_token (connection, token, mail, at) values (?, ?, ?, ?) on conflict do nothing",
                connection,
                token,
                hash,
                Timestamp.from(now));
        return sql.first(
                        "select mail from mail_hook_token where connection = ? and token = ?",
                        row -> row.getString(1),
                        connection,
                        token)
                .filter(hash::equals)
                .isPresent();
    }

    private static String sha256(byte[] mail) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mail));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
