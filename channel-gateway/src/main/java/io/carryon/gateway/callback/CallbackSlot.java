package io.carryon.gateway.callback;

import java.time.Instant;

/** A time in which a customer may be called. */
public record CallbackSlot(Instant notBefore, Instant notAfter) {

    boolean isWithin(Instant earliest, Instant latest) {
        return (earliest == null || !notBefore.isBefore(earliest)) && (latest == null || !notAfter.isAfter(latest));
    }
}
