package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;

/** What the other services are told about a row of the log: topic, the event's own id, its type and its data. */
record Announcement(OutboxRow row, String topic, String id, Object data) {

    static final String TICKET_CHANGED = "ticket.changed";
    static final String REPLY_REQUESTED = "reply.requested";

    /** The CloudEvents type, never a class name. */
    String type() {
        return type(topic);
    }

    static String type(String topic) {
        return "io.carryon." + topic + ".v1";
    }

    /** The events of one row; the channel gets a reply before the others hear of it. */
    static List<Announcement> of(OutboxRow row) {
        var announcements = new ArrayList<Announcement>(2);
        if (row.event() instanceof TicketEvent.Replied reply) {
            announcements.add(
                    new Announcement(row, REPLY_REQUESTED, reply.replyId().toString(), ReplyRequested.of(row, reply)));
        }
        announcements.add(new Announcement(row, TICKET_CHANGED, row.name(), TicketChanged.of(row)));
        return announcements;
    }
}
