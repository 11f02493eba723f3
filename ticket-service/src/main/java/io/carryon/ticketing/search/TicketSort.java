package io.carryon.ticketing.search;

import java.time.Instant;

/** What a list is ordered by, latest first. */
public enum TicketSort {
    updated("updated_at"),
    opened("opened_at");

    private final String column;

    TicketSort(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    Instant of(TicketSummary ticket) {
        return this == updated ? ticket.updatedAt() : ticket.openedAt();
    }
}
