package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.VisitorMessage;
import io.carryon.gateway.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a browser may send: {@code hello}, {@code msg}, {@code typing}, {@code read}, {@code handoff},
 * {@code recognition.answer}, {@code callback} or {@code end}, by {@code t}, with its fields.
 */
public record VisitorFrame(
        @NotBlank @Size(max = 32) String t,
        @Size(max = 128) String token,
        @Valid Resume resume,
        @Size(min = 1, max = 64) String clientId,
        @Size(max = 4_000) String text,
        @Size(max = 10) List<VisitorMessage.@NotNull @Valid Attached> attachments,
        @Min(0) Integer upToSeq,
        Boolean on,
        @Size(max = 500) String reason,
        Boolean same,
        @Size(max = 40) String number,
        Instant notBefore,
        Instant notAfter) {

    /** Goes on with a chat after the last message the browser has; {@code lastSeq} 0 asks for all. */
    public record Resume(
            UUID sessionId,
            @NotBlank @Size(max = 128) String token,
            @Min(0) int lastSeq) {}

    /** The token, of a resume or a first hello; 400 without one. */
    String wantedToken() {
        return resume == null ? wanted(token, "/token") : resume.token();
    }

    VisitorMessage message() {
        return new VisitorMessage(clientId, text, attachments).checked();
    }

    int wantedUpToSeq() {
        return wanted(upToSeq, "/upToSeq");
    }

    boolean wantedOn() {
        return wanted(on, "/on");
    }

    boolean wantedSame() {
        return wanted(same, "/same");
    }

    private static <T> T wanted(T value, String pointer) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw ProblemException.invalid(pointer, "must not be blank or left out");
        }
        return value;
    }
}
