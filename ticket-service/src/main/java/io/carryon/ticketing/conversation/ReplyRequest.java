package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reply by {@code channel}, or by the channel the customer used last. */
@Schema(name = "Reply")
public record ReplyRequest(
        @NotBlank
        @Size(max = 100_000)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(examples = "We have corrected the invoice, you find it attached to your account.")
        String text,

        @Schema(
                description = "The channel the customer used last when left out; phone cannot take replies",
                examples = "email")
        Channel channel,

        @Size(min = 1, max = 320)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(
                description = "Where it goes: one of GET …/reply-ways. Left out, to who wrote last by the channel",
                examples = "maria@example.org")
        String to,

        @Schema(
                description = "Promises the customer to hear from us again by then (in the future, within a year); "
                        + "kept by a later reply or by resolving in time",
                examples = "2026-12-01T16:00:00Z")
        Instant nextUpdateBy,

        @Schema(
                description = "The last entry you have seen: when others have written since, the answer is 412 and "
                        + "names them. Left out, the reply goes out whatever was written")
        UUID afterEntry,

        @Size(max = 20) @Schema(description = "Files that go with it, uploaded to the gateway before (POST /v1/files).")
        List<@NotNull @Valid ReplyFile> attachments,

        @Size(max = 20)
        @Schema(
                description = "Whom it goes to in copy, by email only: left out, to the ticket's trusted participants; "
                        + "with [] to nobody. Who is added here takes part from now on",
                examples = "[\"boss@example.org\"]")
        List<@NotNull @Size(max = 254) String> cc,

        @Schema(
                description =
                        "Puts the composer's opening (greeting, the question restated, an acknowledgement) before "
                                + "the text of a first reply that does not restate the question. Left out, only advice says so",
                examples = "true")
        Boolean opening) {

    Replying.Answer answer() {
        return new Replying.Answer(
                channel,
                to,
                text,
                nextUpdateBy,
                attachments == null
                        ? null
                        : attachments.stream().map(ReplyFile::attached).toList(),
                cc,
                Boolean.TRUE.equals(opening));
    }
}
