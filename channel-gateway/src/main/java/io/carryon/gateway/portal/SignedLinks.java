package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.PortalRequest;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Links that open one request, to read and to answer, for whoever has the mail it was sent in. Good until some time after
 * the request is done, until it is revoked, or until the requester has another address.
 */
@ApplicationScoped
public class SignedLinks {

    private final Sql sql;
    private final Secrets secrets;
    private final LinkMails mails;
    private final LinkLetters letters;
    private final ConfirmedAddresses confirmed;
    private final HelpConfig config;
    private final Clock clock;

    SignedLinks(
            Sql sql,
            Secrets secrets,
            LinkMails mails,
            LinkLetters letters,
            ConfirmedAddresses confirmed,
            HelpConfig config,
            Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.mails = mails;
        this.letters = letters;
        this.confirmed = confirmed;
        this.config = config;
        this.clock = clock;
    }

    /** A link that is good, by what is kept of it. */
    record Link(String hash, UUID contactId, String reference, String address) {}

    /**
     * Mails a new link to the requester's address, in their language, and to nobody else; without an address, or when the
     * address has had its automatic mail, nothing leaves. Nobody is told which.
     */
    public void send(PortalRequest request, String language) {
        var email = request.requester().email();
        if (email == null || email.isBlank()) {
            return;
        }
        var isProved = request.requester().signedIn() || confirmed.has(email);
        var mail = new LinkMail(
                LinkMail.Kind.REQUEST,
                email.strip(),
                isProved,
                language,
                request.reference().value());
        mails.send(mail, () -> letters.of(mail, link(issue(request.contactId(), email))));
    }

    /**
     * Where the requester reads the request, for a mail that goes to them anyhow: by a new link, issued in the caller's
     * transaction; the front page where their links were revoked, or none is good any more.
     */
    public String pageFor(PortalRequest request) {
        return mayHave(request)
                ? link(issue(request.contactId(), request.requester().email()))
                : config.url() + "/help";
    }

    private boolean mayHave(PortalRequest request) {
        var isOver = request.closedAt() != null
                && !request.closedAt().isAfter(clock.instant().minus(config.linkAfterClose()));
        return !isOver && sql.first("""
                        select 1 from portal_link where contact_id = ?
                        group by contact_id having bool_and(revoked_at is not null)
                        """, row -> true, request.contactId()).isEmpty();
    }

    private String link(String token) {
        return config.url() + "/help/l/" + token;
    }

    private String issue(UUID contactId, String email) {
        var token = Secrets.token();
        sql.update(
                "insert into portal_link (token_sha256, contact_id, address, created_at) values (?, ?, ?, ?)",
                Secrets.hash(token),
                contactId,
                secrets.address(email),
                clock.instant());
        return token;
    }

    /** The link, if it is good now. Whoever has it has the mail: the address is confirmed. */
    Optional<Link> follow(String token) {
        if (!Secrets.isToken(token)) {
            return Optional.empty();
        }
        var link = sql.first(
                """
                select token_sha256, contact_id, reference, address from portal_link join portal_request using (contact_id)
                where token_sha256 = ? and revoked_at is null and erased_at is null and accepted_at is not null
                  and (closed_at is null or closed_at > ?)
                """,
                row -> new Link(
                        row.getString("token_sha256"),
                        row.getObject("contact_id", UUID.class),
                        row.getString("reference"),
                        row.getString("address")),
                Secrets.hash(token),
                clock.instant().minus(config.linkAfterClose()));
        link.ifPresent(good -> confirmed.addHash(good.address()));
        return link;
    }

    /** No link of the request is good any more, nor any browser that came by one. Returns how many were. */
    @Transactional
    public int revoke(UUID contactId) {
        return sql.update(
                "update portal_link set revoked_at = ? where contact_id = ? and revoked_at is null",
                clock.instant(),
                contactId);
    }
}
