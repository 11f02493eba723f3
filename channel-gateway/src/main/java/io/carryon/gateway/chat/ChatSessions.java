package io.carryon.gateway.chat;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.Submissions.Submission;
import io.carryon.gateway.trail.Trails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Opens chats for the sites whose servers ask for it. */
@ApplicationScoped
public class ChatSessions {

    private final ChatSessionStore store;
    private final SessionTokens tokens;
    private final Trails trails;
    private final ChatConfig config;
    private final Clock clock;

    public ChatSessions(ChatSessionStore store, SessionTokens tokens, Trails trails, ChatConfig config, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.trails = trails;
        this.config = config;
        this.clock = clock;
    }

    /** Opens one chat for a key of a client; 422 when the key came with other content before. */
    public SessionOpened open(Submission<ChatSessionForm> submitted) {
        var sessionId = ContactId.derive(
                "chat-session", submitted.client(), submitted.key().value());
        var nonce = tokens.freshNonce();
        var now = clock.instant();
        var contactId = ContactId.derive("chat", sessionId.toString());
        var session = store.addIfNew(ChatSession.fresh(
                sessionId,
                contactId,
                submitted.client(),
                submitted.fingerprint(),
                nonce,
                Fingerprint.of(tokens.token(sessionId, nonce)),
                submitted.form(),
                trails.before(submitted.form().selfServiceSession(), contactId),
                now,
                now.plus(config.sessionTtl())));
        if (!session.payloadHash().equals(submitted.fingerprint())) {
            throw IdempotencyKey.reused();
        }
        return new SessionOpened(
                sessionId, tokens.token(sessionId, session.nonce()), config.socketUrl(), session.expiresAt());
    }
}
