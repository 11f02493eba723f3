package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.outbox.OutboxPosition;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A receiver that is told of events.
 *
 * @param types names of events, none for all
 * @param formerSecret the secret before, which signs as well until {@code formerUntil}, or null
 * @param disabledWhy why we no longer tell it, null unless it is disabled
 * @param failingSince when the first of the failures in a row was, or null
 * @param place how far in the log it is told
 */
record Webhook(
        UUID id,
        URI url,
        String description,
        List<String> types,
        Secret secret,
        Secret formerSecret,
        Instant formerUntil,
        State state,
        String disabledWhy,
        Instant failingSince,
        OutboxPosition place,
        String createdBy,
        Instant createdAt,
        int revision) {

    /** Whether it is told. */
    public enum State {
        /** It is told as things happen. */
        ACTIVE,
        /** An admin has switched it off. */
        PAUSED,
        /** The receiver is gone, or took nothing for days. */
        DISABLED
    }

    Webhook {
        types = List.copyOf(types);
    }

    /** The value of {@code webhook-signature}: during a rotation both secrets sign, the new one first. */
    String signatures(String messageId, Instant now, byte[] body) {
        var former = formerSecret != null && now.isBefore(formerUntil) ? Stream.of(formerSecret) : Stream.<Secret>of();
        return Stream.concat(Stream.of(secret), former)
                .map(one -> one.sign(messageId, now, body))
                .collect(Collectors.joining(" "));
    }
}
