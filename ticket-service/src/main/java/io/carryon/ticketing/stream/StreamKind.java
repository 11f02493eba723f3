package io.carryon.ticketing.stream;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.ticket.TicketEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One kind of message on the stream: what in the log it tells, to whom, and what is in it. */
public interface StreamKind {

    /** Its name, the {@code event} of the message. */
    String name();

    /** The types of events it tells of: no others are read. */
    Set<TicketEvent.Type> types();

    /** Whether it tells this row of the log. */
    default boolean tells(LogRow row) {
        return types().contains(row.event().type());
    }

    /** Whether it goes to this member of staff; asked for every open stream, so it must not look anything up. */
    boolean concerns(LogRow row, Viewer viewer);

    /** Whether it is left out for whom another kind tells the same row: the two would have one id, and only one be resumed. */
    default boolean yields() {
        return false;
    }

    /**
     * What is in the messages of some rows, to be written as JSON, in a transaction for all of them; a row that is left
     * out is not told.
     */
    Map<OutboxPosition, ?> contents(List<LogRow> rows);
}
