package io.carryon.gateway.chat;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.door.IdempotencyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Opens chats for the sites whose servers ask for it. */
@ApplicationScoped
public class ChatSessions {

    private final ChatSessionStore store;
    private final SessionTokens tokens;
    private final ChatConfig config;
    private final Clock clock;

    public ChatSessions(ChatSessionStore store, SessionTokens tokens, ChatConfig config, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** Opens one chat for a key of a client; 422 when the key came with other content before. */
    SessionOpened open(String client, IdempotencyKey key, ChatSessionForm form, byte[] body) {
        var sessionId = ContactId.derive("chat-session", client, key.value());
        var nonce = tokens.freshNonce();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var session = store.addIfNew(new ChatSession(
                sessionId,
                ContactId.derive("chat", sessionId.toString()),
                client,
                Fingerprint.of(body),
                nonce,
                Fingerprint.of(tokens.token(sessionId, nonce)),
                form.whoever(),
                form.pageUrl(),
                form.language(),
                now,
                now.plus(config.sessionTtl()),
                null,
                0));
        if (!session.payloadHash().equals(Fingerprint.of(body))) {
            throw IdempotencyKey.reused();
        }
        return new SessionOpened(
                sessionId, tokens.token(sessionId, session.nonce()), config.socketUrl(), session.expiresAt());
    }
}
