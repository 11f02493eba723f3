package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogRow;

/** A row of the log as it goes out: the JSON is written once for all who get it. */
record StreamMessage(StreamKind kind, LogRow row, String json) {

    boolean concerns(Viewer viewer) {
        return kind.concerns(row, viewer);
    }

    String id() {
        return row.position().toString();
    }
}
