package io.carryon.ticketing.sla;

import java.util.Collection;
import java.util.UUID;

/**
 * Clocks of tickets show something else since policies or calendars changed, told in the transaction that stores it.
 *
 * @param tickets none when no clock was read
 */
public record ClocksReadAgain(Collection<UUID> tickets) {}
