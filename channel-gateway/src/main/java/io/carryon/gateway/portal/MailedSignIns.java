package io.carryon.gateway.portal;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Sign-in by a link that is mailed: good for a short while, once, and at once only in the browser that asked. */
@ApplicationScoped
class MailedSignIns {

    private static final String METHOD = "otp";

    private final Sql sql;
    private final LinkMails mails;
    private final LinkLetters letters;
    private final ConfirmedAddresses confirmed;
    private final HelpConfig config;
    private final Clock clock;

    MailedSignIns(
            Sql sql,
            LinkMails mails,
            LinkLetters letters,
            ConfirmedAddresses confirmed,
            HelpConfig config,
            Clock clock) {
        this.sql = sql;
        this.mails = mails;
        this.letters = letters;
        this.confirmed = confirmed;
        this.config = config;
        this.clock = clock;
    }

    /** What is known of a link before it is used. */
    record Waiting(boolean isSameBrowser) {}

    /** Mails a link, whether or not the address is known to us: nobody learns that it is. */
    void ask(String email, String browser, String language) {
        var address = email.strip();
        var mail = new LinkMail(LinkMail.Kind.SIGN_IN, address, confirmed.has(address), language, null);
        mails.send(mail, () -> letters.of(mail, config.url() + "/help/sign-in/" + issue(address, browser)));
    }

    private String issue(String email, String browser) {
        var token = Secrets.token();
        sql.update(
                "insert into portal_sign_in (token_sha256, browser, email, expires_at) values (?, ?, ?, ?)",
                Secrets.hash(token),
                Secrets.hash(browser),
                email.toLowerCase(Locale.ROOT),
                clock.instant().plus(config.oneTimeLink()));
        return token;
    }

    /** The link as it stands, unused: programs that look at mails follow links, and use up nothing. */
    Optional<Waiting> look(String token, String browser) {
        return Secrets.isToken(token)
                ? sql.first(
                        "select browser from portal_sign_in where token_sha256 = ? and email is not null and expires_at > ?",
                        row -> new Waiting(row.getString(1).equals(Secrets.hash(browser))),
                        Secrets.hash(token),
                        clock.instant())
                : Optional.empty();
    }

    /**
     * Uses the link up and says whom it proves; empty when it is used, too old, or in another browser than the one that
     * asked without its address, which uses nothing up.
     */
    Optional<Sessions.Proved> use(String token, String browser, String email) {
        if (!Secrets.isToken(token)) {
            return Optional.empty();
        }
        var typed = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        var used = sql.first(
                """
                delete from portal_sign_in where token_sha256 = ? and expires_at > ? and email is not null
                  and (browser = ? or email = ?) returning email
                """, row -> row.getString(1), Secrets.hash(token), clock.instant(), Secrets.hash(browser), typed);
        used.ifPresent(confirmed::add);
        return used.map(proved -> new Sessions.Proved(proved, null, null, METHOD));
    }
}
