package io.carryon.gateway.chat.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.chat.ShownMessage;
import io.carryon.gateway.chat.status.ChatStatus;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.recognition.QuestionShown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat as its visitor may see it. */
@Schema(name = "ChatConversation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
        UUID sessionId,

        @Schema(
                description =
                        "Place of the latest message; there is more to ask for when it is beyond the last one here")
        int seq,

        @Schema(description = "What stands after the asked place, in order")
        List<ShownMessage> messages,

        ChatStatus status,

        @Schema(description = "Left out when there is nothing to ask, or it is answered")
        QuestionShown recognitionQuestion,

        Instant expiresAt,
        ContactUs contactUs) {}
