package io.carryon.gateway.portal;

import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Requests that came without a proof of work, from browsers without scripts: each is made once its sender follows the link
 * that was mailed. Nothing else is done with it before.
 */
@ApplicationScoped
class Drafts {

    private final Sql sql;
    private final JsonColumns json;
    private final LinkMails mails;
    private final LinkLetters letters;
    private final ConfirmedAddresses confirmed;
    private final HelpConfig config;
    private final Clock clock;

    Drafts(
            Sql sql,
            JsonColumns json,
            LinkMails mails,
            LinkLetters letters,
            ConfirmedAddresses confirmed,
            HelpConfig config,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.mails = mails;
        this.letters = letters;
        this.confirmed = confirmed;
        this.config = config;
        this.clock = clock;
    }

    /** Mails the link that makes it a request. */
    void keep(RequestFields fields, String language) {
        var email = fields.email().strip();
        var mail = new LinkMail(LinkMail.Kind.CONFIRM, email, confirmed.has(email), language, null);
        mails.send(mail, () -> letters.of(mail, config.url() + "/help/confirm/" + kept(fields)));
    }

    private String kept(RequestFields fields) {
        var token = Secrets.token();
        sql.update(
                "insert into portal_draft (token_sha256, form, expires_at) values (?, ?::jsonb, ?)",
                Secrets.hash(token),
                json.written(fields),
                clock.instant().plus(config.draft()));
        return token;
    }

    /** Whether the link is good now. */
    boolean isWaiting(String token) {
        return Secrets.isToken(token)
                && sql.first(
                                "select 1 from portal_draft where token_sha256 = ? and expires_at > ?",
                                row -> true,
                                Secrets.hash(token),
                                clock.instant())
                        .isPresent();
    }

    /** What is to be made a request; stays until {@link #done}, so that a failure in between loses nothing. */
    Optional<RequestFields> find(String token) {
        return Secrets.isToken(token)
                ? sql.first(
                        "select form from portal_draft where token_sha256 = ? and expires_at > ?",
                        row -> json.read(row.getString(1), RequestFields.class),
                        Secrets.hash(token),
                        clock.instant())
                : Optional.empty();
    }

    /** It is a request; its address is confirmed. */
    void done(String token, String email) {
        sql.update("delete from portal_draft where token_sha256 = ?", Secrets.hash(token));
        confirmed.add(email);
    }
}
