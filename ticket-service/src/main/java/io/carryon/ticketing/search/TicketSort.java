package io.carryon.ticketing.search;

import java.time.Instant;

/** What a list is ordered by, latest first. */
public enum TicketSort {
    updated("updatedAt"),
    opened("openedAt");

    private final String attribute;

    TicketSort(String attribute) {
        this.attribute = attribute;
    }

    String attribute() {
        return attribute;
    }

    Instant of(TicketSummary ticket) {
        return this == updated ? ticket.updatedAt() : ticket.openedAt();
    }
}
