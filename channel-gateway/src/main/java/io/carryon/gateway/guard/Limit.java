package io.carryon.gateway.guard;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.regex.Pattern;

/** At most so many in a window of time, written such as {@code 1m:20}. */
public record Limit(Duration window, int most) {

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\S+)\\s*:\\s*(\\d{1,9})\\s*");

    /** Throws {@link IllegalArgumentException} for anything else. */
    public static Limit of(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A limit is a time and a number, such as 1m:20, not " + written);
        }
        var window = DurationConverter.parseDuration(parts.group(1));
        if (window.toMillis() < 1) {
            throw new IllegalArgumentException("A limit's time must be longer than nothing, not " + written);
        }
        return new Limit(window, Integer.parseInt(parts.group(2)));
    }
}
