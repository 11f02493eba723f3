package io.carryon.profile.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Whose a handle is; once given it stays.
 *
 * @param verifiedAt when it was first shown to be theirs, or null
 */
public record Ownership(UUID customerId, Instant since, Instant verifiedAt, String method) {

    public boolean isVerified() {
        return verifiedAt != null;
    }
}
