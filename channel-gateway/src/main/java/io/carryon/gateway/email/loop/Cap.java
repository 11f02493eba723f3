package io.carryon.gateway.email.loop;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.regex.Pattern;

/** At most so many in a window of time, written such as {@code 30m:15}. */
public record Cap(Duration window, int most) {

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\S+)\\s*:\\s*(\\d{1,9})\\s*");

    /** Throws {@link IllegalArgumentException} for anything else. */
    public static Cap of(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A cap is a time and a number, such as 30m:15, not " + written);
        }
        return new Cap(DurationConverter.parseDuration(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
