package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import java.util.List;
import java.util.Map;

/** One kind of message on the stream: what in the log it tells, to whom, and what is in it. */
public interface StreamKind {

    /** Its name, the {@code event} of the message. */
    String name();

    /** Whether it tells this row of the log. */
    boolean tells(LogRow row);

    /** Whether it goes to this member of staff; asked for every open stream, so it must not look anything up. */
    boolean concerns(LogRow row, Viewer viewer);

    /**
     * What is in the messages of some rows, to be written as JSON, in a transaction for all of them; a row that is left
     * out is not told.
     */
    Map<OutboxPosition, ?> contents(List<LogRow> rows);
}
