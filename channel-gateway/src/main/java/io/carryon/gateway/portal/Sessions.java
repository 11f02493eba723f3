package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.Viewer;
import io.carryon.gateway.storage.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Browsers that signed in or came by a link, each known by a cookie of which only the hash is kept. */
@ApplicationScoped
public class Sessions {

    private static final int AT_ONCE = 1_000;

    private final Sql sql;
    private final HelpConfig config;
    private final Clock clock;

    Sessions(Sql sql, HelpConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** Who a sign-in proved: an address in any case, an account, or both. */
    record Proved(String email, String account, String name, String method) {}

    /** What the cookie's browser may see; empty when it is none of ours, or too old. */
    public Optional<Viewer> find(String cookie) {
        if (!Secrets.isToken(cookie)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var hash = Secrets.hash(cookie);
        return sql.first(
                """
                select email, account, name, method, array(
                    select contact_id from portal_session_link opened join portal_link on token_sha256 = opened.link
                    join portal_request using (contact_id)
                    where opened.session = portal_session.token_sha256 and revoked_at is null and erased_at is null
                      and (closed_at is null or closed_at > ?)) as linked
                from portal_session where token_sha256 = ? and expires_at > ?
                """,
                row -> new Viewer(
                        hash,
                        row.getString("email"),
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("method"),
                        linked((UUID[]) row.getArray("linked").getArray())),
                now.minus(config.linkAfterClose()),
                hash,
                now);
    }

    private static Set<UUID> linked(UUID[] contacts) {
        var linked = new HashSet<UUID>();
        for (var contact : contacts) {
            linked.add(contact);
        }
        return linked;
    }

    /**
     * Begins a session of who was proved, or of nobody, with what the present one, if any, had opened by links; that one
     * ends. Returns the new cookie: whoever planted the old one has nothing of it.
     */
    @Transactional
    String begin(Proved proved, String present) {
        var token = Secrets.token();
        var now = clock.instant();
        sql.update(
                """
                insert into portal_session (token_sha256, email, account, name, method, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                Secrets.hash(token),
                proved == null || proved.email() == null
                        ? null
                        : proved.email().strip().toLowerCase(Locale.ROOT),
                proved == null ? null : proved.account(),
                proved == null ? null : proved.name(),
                proved == null ? null : proved.method(),
                now,
                now.plus(config.session()));
        if (Secrets.isToken(present)) {
            sql.update(
                    "update portal_session_link set session = ? where session = ?",
                    Secrets.hash(token),
                    Secrets.hash(present));
            end(present);
        }
        return token;
    }

    /** The session sees the link's request from now on. */
    void open(String cookie, String linkHash) {
        sql.update(
                "insert into portal_session_link (session, link) values (?, ?) on conflict do nothing",
                Secrets.hash(cookie),
                linkHash);
    }

    /** The cookie is worth nothing any more. */
    void end(String cookie) {
        if (Secrets.isToken(cookie)) {
            sql.update("delete from portal_session where token_sha256 = ?", Secrets.hash(cookie));
        }
    }

    @Scheduled(every = "1h", delayed = "13m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetTheOld() {
        for (var table : new String[] {"portal_session", "portal_sign_in", "portal_draft"}) {
            sql.update(
                    "delete from " + table + " where token_sha256 in (select token_sha256 from " + table
                            + " where expires_at < ? order by expires_at limit ?)",
                    clock.instant(),
                    AT_ONCE);
        }
    }
}
