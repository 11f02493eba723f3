package io.carryon.ticketing.views;

import io.carryon.ticketing.search.TicketSort;
import java.time.Instant;
import java.util.UUID;

/**
 * A query that somebody keeps under a name.
 *
 * @param owner who made it: a shared one is everybody's to read
 * @param query in the syntax of the list's {@code q}; {@code me} in it is whoever looks
 */
record SavedView(
        UUID id,
        String owner,
        String name,
        boolean shared,
        String query,
        TicketSort sort,
        int revision,
        Instant changedAt) {}
