package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ChatTicket;
import io.carryon.gateway.chat.Visitor;
import java.time.Instant;
import java.util.UUID;

/** Chats that nobody stored. */
final class ChatSessions {

    private ChatSessions() {}

    /** One that is open for an hour, in which nothing was said. */
    static ChatSession open(Instant now) {
        return new ChatSession(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "site",
                "",
                "",
                "",
                new Visitor(null, "Marta", null, false),
                null,
                "pl",
                null,
                null,
                now,
                now.plusSeconds(3_600),
                null,
                0,
                0,
                0,
                null,
                null,
                ChatTicket.UNKNOWN);
    }
}
