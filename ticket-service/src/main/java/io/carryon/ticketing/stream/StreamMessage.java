package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import java.util.HashSet;
import java.util.stream.Stream;

/** A row of the log as it goes out: the JSON is written once for all who get it. */
record StreamMessage(StreamKind kind, LogRow row, String json) {

    /** What goes to somebody of messages in their order: one for each row, since a row's id says that all of it was told. */
    static Stream<StreamMessage> oneOfEachRow(Stream<StreamMessage> concerning) {
        var rows = new HashSet<OutboxPosition>();
        return concerning.filter(
                message -> rows.add(message.row().position()) || !message.kind().yields());
    }

    boolean concerns(Viewer viewer) {
        return kind.concerns(row, viewer);
    }

    String id() {
        return row.position().toString();
    }
}
