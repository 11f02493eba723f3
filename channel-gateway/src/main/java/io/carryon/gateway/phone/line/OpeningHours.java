package io.carryon.gateway.phone.line;

import io.carryon.gateway.callback.CallbackConfig;
import io.carryon.gateway.callback.WeeklyHours;
import io.carryon.gateway.phone.PhoneConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;

/** Whether people answer calls now; a process whose hours cannot be read does not start. */
@Startup
@ApplicationScoped
public class OpeningHours {

    private final WeeklyHours hours;
    private final ZoneId zone;
    private final Clock clock;

    public OpeningHours(PhoneConfig config, CallbackConfig callbacks, Clock clock) {
        this.hours = WeeklyHours.of(config.hours());
        this.zone = callbacks.zone();
        this.clock = clock;
    }

    boolean areNow() {
        return hours.isOpen(clock.instant().atZone(zone));
    }
}
