package io.carryon.ticketing.calendar;

import java.time.Instant;

/**
 * A calendar as it stood from an instant on.
 *
 * @param revision counts the versions of the name, from 1
 * @param changedBy subject of who made it so, null for what came with the service
 */
public record CalendarVersion(String name, int revision, Instant validFrom, WorkingHours hours, String changedBy) {}
