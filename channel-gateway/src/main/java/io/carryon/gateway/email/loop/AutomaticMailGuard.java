package io.carryon.gateway.email.loop;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides whether mail that nobody wrote may leave. What it knows is in the database: no restart makes it forget. */
@ApplicationScoped
public class AutomaticMailGuard {

    private static final long LOCK = 0x6d61_696c_5f63_6170L;

    private final Sql sql;
    private final AutomaticMailConfig config;
    private final AddressHash hash;
    private final Clock clock;

    AutomaticMailGuard(Sql sql, AutomaticMailConfig config, AddressHash hash, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Whether a mail of this kind may leave to this address now; one that may is counted at once, whatever becomes of it:
     * rather never than twice.
     *
     * @param isVerified whether the sender it answers was proved; who was not hears from us once
     * @param pause from one mail of the kind to the address to the next
     */
    @Transactional
    public boolean admits(String kind, String address, boolean isVerified, Duration pause) {
        // Without it, calls at the same time would each count without the others.
        sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        var now = clock.instant();
        forget(now);
        var to = hash.of(address);
        var values = new ArrayList<Object>(List.of(kind, to, isVerified, at(now), to, at(now)));
        var statement = new StringBuilder("""
                insert into automatic_mail (kind, address, verified, at) select ?, ?, ?, ?
                where not exists (select from automatic_mail_stop where address = ? and until > ?)
                and not exists (select from automatic_mail where address = ? and kind = ? and at > ?)
                and (? or not exists (select from automatic_mail where address = ?))""");
        values.addAll(List.of(to, kind, at(now.minus(pause)), isVerified, to));
        for (var cap : config.perAddress()) {
            statement.append(" and (select count(*) from automatic_mail where address = ? and at > ?) < ?");
            values.addAll(List.of(to, at(now.minus(cap.window())), cap.most()));
        }
        for (var cap : config.inTotal()) {
            statement.append(" and (select count(*) from automatic_mail where at > ?) < ?");
            values.addAll(List.of(at(now.minus(cap.window())), cap.most()));
        }
        return sql.update(statement.append(" on conflict do nothing").toString(), values.toArray()) == 1;
    }

    /** The address does not exist: nothing automatic goes there for a long while. */
    public void noSuchAddress(String address) {
        sql.update("""
                insert into automatic_mail_stop (address, until) values (?, ?)
                on conflict (address) do update set until = excluded.until""", hash.of(address), at(clock.instant().plus(config.afterNoSuchAddress())));
    }

    private void forget(Instant now) {
        sql.update("delete from automatic_mail where at < ?", at(now.minus(config.remembered())));
        sql.update("delete from automatic_mail_stop where until < ?", at(now));
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
