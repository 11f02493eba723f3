package io.carryon.gateway.phone.line;

import io.carryon.gateway.callback.CallbackConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as a caller understands it, in the zone of the callback hours. */
@ApplicationScoped
public class SpokenTime {

    private final ZoneId zone;

    public SpokenTime(CallbackConfig config) {
        this.zone = config.zone();
    }

    /** Such as Tuesday, 3 March, 10:30, in this language. */
    String of(Instant moment, String language) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.of(language))
                .format(moment.atZone(zone));
    }

    ZoneId zone() {
        return zone;
    }
}
