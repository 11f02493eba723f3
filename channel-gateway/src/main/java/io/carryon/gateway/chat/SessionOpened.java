package io.carryon.gateway.chat;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat is open; the visitor's browser says hello with the token. */
@Schema(name = "ChatSessionOpened")
public record SessionOpened(
        @Schema(examples = "6f3b0c52-7d1e-8a43-9a55-0f6c9f1e2d11")
        UUID sessionId,

        @Schema(
                examples = "q3Zb0b1mJ8S1rj2y0h3vXk2mV6dKf0cW9r8Yt7uE5nA",
                description = "Lets whoever holds it read and write this one chat.")
        String sessionToken,

        @Schema(examples = "wss://support.example.com/v1/chat/ws", description = "Subprotocol support.chat.v1.")
        String socketUrl,

        @Schema(examples = "2026-03-03T09:14:05Z") Instant expiresAt) {}
