package io.carryon.gateway.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the gateway holds on contacts, in the order they were asked for. */
@Schema(name = "HeldContacts")
public record HeldContacts(List<HeldContact> contacts) {

    /** All that is held on one contact; no items when nothing is, or when it was erased. */
    @Schema(name = "HeldContact")
    public record HeldContact(
            @Schema(examples = "3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77")
            UUID contactId,

            List<Item> items) {}

    /** One thing held. */
    @Schema(name = "HeldItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(
                    enumeration = {
                        "call",
                        "call-entry",
                        "call-event",
                        "callback",
                        "chat-message",
                        "chat-session",
                        "mail",
                        "mail-file",
                        "messenger-conversation",
                        "messenger-file",
                        "messenger-message",
                        "messenger-sent",
                        "portal-message",
                        "portal-request",
                        "recognition-question",
                        "reply"
                    },
                    examples = "portal-message")
            String kind,

            @Schema(examples = "2026-03-02T09:14:05.120Z") Instant at,

            @Schema(
                    examples = "{\"from\": \"you\", \"text\": \"You charged twice.\"}",
                    description = "What is known, by name; the names depend on the kind.")
            Map<String, Object> data,

            @Schema(description = "To be had at GET /v1/originals/{sha256}; left out when there is none.")
            Content original) {}

    /** Bytes in the archive, by their SHA-256 in hex; the size is in bytes. */
    @Schema(name = "HeldContent")
    public record Content(
            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(examples = "1204") long size) {}
}
