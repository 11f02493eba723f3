package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A handle as it stands on a customer.
 *
 * @param rank 1 when verified, 0 when only claimed; first, so that a stored verified handle outranks a claimed one
 * @param method how it was verified, such as {@code dmarc}; null when claimed
 * @param verifiedAt when; null when claimed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownHandle(
        int rank, String id, HandleKind kind, String value, String method, Instant since, Instant verifiedAt) {

    public static KnownHandle verified(Handle handle, String method, Instant at) {
        return new KnownHandle(1, handle.id(), handle.kind(), handle.value(), method, at, at);
    }

    public static KnownHandle claimed(Handle handle, Instant at) {
        return new KnownHandle(0, handle.id(), handle.kind(), handle.value(), null, at, null);
    }

    public boolean isVerified() {
        return rank > 0;
    }
}
