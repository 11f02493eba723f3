package io.carryon.gateway.email.loop;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/** Remembers whom each reply went to, for anybody who once had a mail of ours can send a report about it. */
@ApplicationScoped
public class ReplyRecipients {

    private final Sql sql;
    private final AutomaticMailConfig config;
    private final AddressHash hash;
    private final AutomaticMailGuard guard;
    private final Clock clock;

    ReplyRecipients(Sql sql, AutomaticMailConfig config, AddressHash hash, AutomaticMailGuard guard, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.hash = hash;
        this.guard = guard;
        this.clock = clock;
    }

    /** The reply is about to go to these addresses; the same again changes nothing. */
    public void sent(UUID replyId, Collection<String> addresses) {
        var now = clock.instant();
        sql.update("delete from mail_recipient where at < ?", now.minus(config.remembered()));
        sql.batch(
                "insert into mail_recipient (reply_id, address, at) values (?, ?, ?) on conflict do nothing",
                addresses.stream()
                        .map(address -> new Object[] {replyId, hash.of(address), now})
                        .toList());
    }

    /** A report about the reply says that this address does not exist; of one that it did not go to, it is not believed. */
    public void missing(UUID replyId, String address) {
        var isRecipient = sql.first(
                        "select 1 from mail_recipient where reply_id = ? and address = ?",
                        row -> true,
                        replyId,
                        hash.of(address))
                .isPresent();
        if (isRecipient) {
            guard.noSuchAddress(address);
        }
    }
}
