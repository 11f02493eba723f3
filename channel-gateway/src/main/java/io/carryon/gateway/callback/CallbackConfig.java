package io.carryon.gateway.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** When staff call back, and how many at a time. */
@ConfigMapping(prefix = "carryon.callback")
public interface CallbackConfig {

    /** Zone of the hours, and of the times said to customers. */
    @WithDefault("Europe/Berlin")
    ZoneId zone();

    /** Hours of the week in which customers are called, as {@link WeeklyHours} reads them. */
    @WithDefault("Mon-Fri 09:00-17:00")
    String hours();

    /** How long a slot is. */
    @WithDefault("30m")
    Duration slot();

    /** How many are called in one slot. */
    @WithDefault("2")
    int capacity();

    /** How many days ahead a slot may be, today included. */
    @WithDefault("5")
    int days();

    /** How soon the first slot may begin. */
    @WithDefault("10m")
    Duration notice();
}
