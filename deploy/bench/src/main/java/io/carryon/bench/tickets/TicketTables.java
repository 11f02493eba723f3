package io.carryon.bench.tickets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows that the ticket service keeps of a ticket, by table; each value as text, or null. */
final class TicketTables {

    /** Below every position of a reader of the log: what is loaded is not published. */
    private static final String BEFORE_ALL = "-1";

    private static final String ANY_LANGUAGE = "";
    private static final int NORMAL_URGENCY = 2;
    private static final String NOTHING_DUE = "infinity";

    /** Takes rows; their values stand in the order of the table's columns. */
    interface Rows {

        void add(String table, Object... values);
    }

    /** Tables in the order of their references, with the columns that are filled. */
    static final Map<String, List<String>> COLUMNS = columns();

    private TicketTables() {}

    static void rows(InventedTicket ticket, Rows rows) {
        rows.add(
                "ticket",
                ticket.id(),
                0,
                ticket.happened().size(),
                ticket.number(),
                ticket.issueId(),
                ticket.customerId(),
                ticket.customerName(),
                ticket.subject(),
                ticket.status(),
                ticket.queue(),
                ticket.owner(),
                "NORMAL",
                ticket.channel(),
                ticket.openedAt(),
                ticket.updatedAt());
        ticket.said().forEach(said -> entry(ticket, said, rows));
        ticket.happened().forEach(happened -> event(ticket, happened, rows));
        contacts(ticket, rows);
        if (ticket.isWaiting()) {
            rows.add(
                    "waiting_ticket",
                    ticket.id(),
                    ticket.queue(),
                    ticket.channel(),
                    ANY_LANGUAGE,
                    NORMAL_URGENCY,
                    NOTHING_DUE,
                    ticket.updatedAt());
        }
        if (ticket.isDone()) {
            rows.add(
                    "ticket_workflow",
                    ticket.id(),
                    ticket.status(),
                    ticket.status().toLowerCase(Locale.ROOT),
                    "solved",
                    ticket.updatedAt());
        }
    }

    private static void entry(InventedTicket ticket, InventedTicket.Said said, Rows rows) {
        var first = said.byCustomer() && said.position() == 1;
        var reply = !said.byCustomer() && !said.note();
        rows.add(
                "entry",
                said.id(),
                ticket.id(),
                said.position(),
                said.byCustomer() ? "CONTACT" : said.note() ? "NOTE" : "REPLY",
                said.at(),
                said.byCustomer() ? said.contactId() : null,
                said.channel(),
                said.author(),
                said.authorName(),
                said.text(),
                said.byCustomer() ? said.text() : null,
                first ? ticket.subject() : null,
                false,
                said.byCustomer() ? Json.of(origin(ticket, said)) : null,
                first ? Json.of(card(ticket)) : null,
                reply ? "SENT" : null,
                reply ? said.at().plusSeconds(2) : null,
                reply ? said.contactId() : null);
    }

    private static Map<String, Object> origin(InventedTicket ticket, InventedTicket.Said said) {
        var handle = Json.map(
                "kind", "mailto", "value", ticket.address(), "raw", ticket.address(), "verification", "verified");
        var account = Json.map("kind", "account", "value", ticket.address(), "verification", "verified");
        return Json.map(
                "connection",
                said.channel().toLowerCase(Locale.ROOT),
                "sender",
                "PORTAL".equals(said.channel()) ? List.of(account, handle) : List.of(handle),
                "customer",
                List.of(handle),
                "messageId",
                "<%s@bench.example>".formatted(said.contactId()));
    }

    private static Map<String, Object> card(InventedTicket ticket) {
        return Json.map(
                "frozenAt",
                ticket.openedAt(),
                "contactCount",
                2,
                "customerSince",
                ticket.openedAt().minusSeconds(86_400 * 90),
                "earlierOnIssue",
                List.of(),
                "recentContacts",
                List.of(Json.map(
                        "channel", "email", "at", ticket.openedAt().minusSeconds(86_400), "subject", ticket.subject())),
                "openIssues",
                List.of(),
                "effort",
                Json.map(
                        "score",
                        26,
                        "parts",
                        List.of(Json.map("name", "repeat-contacts", "points", 16, "because", "2 contacts"))));
    }

    private static void event(InventedTicket ticket, InventedTicket.Happened happened, Rows rows) {
        var byCustomer = !happened.by().startsWith("agent-");
        rows.add(
                "ticket_event",
                ticket.id(),
                happened.revision(),
                happened.type(),
                Json.of(happened.payload()),
                Json.of(Json.map(
                        "number", ticket.number(),
                        "issueId", ticket.issueId(),
                        "customerId", ticket.customerId(),
                        "subject", ticket.subject(),
                        "status", happened.status(),
                        "queue", ticket.queue(),
                        "owner", null,
                        "priority", "NORMAL",
                        "openedAt", ticket.openedAt())),
                byCustomer ? "CUSTOMER" : "STAFF",
                happened.by(),
                byCustomer ? ticket.customerName() : happened.by(),
                happened.at(),
                BEFORE_ALL,
                "1");
    }

    private static void contacts(InventedTicket ticket, Rows rows) {
        var contacts = ticket.contacts();
        for (var i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            var last = i + 1 == contacts.size();
            rows.add(
                    "issue_contact",
                    contact.contactId(),
                    ticket.issueId(),
                    ticket.customerId(),
                    i + 1,
                    contact.at(),
                    last ? null : contacts.get(i + 1).at(),
                    contact.channel(),
                    ticket.queue(),
                    ticket.agent(),
                    last && ticket.isDone());
        }
    }

    private static Map<String, List<String>> columns() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put(
                "ticket",
                split("id version revision number issue_id customer_id customer_name subject status queue owner"
                        + " priority channel opened_at updated_at"));
        all.put(
                "entry",
                split("id ticket_id position kind at contact_id channel author author_name text visible_text subject"
                        + " truncated origin card delivery delivery_at answers"));
        all.put(
                "ticket_event",
                split("ticket_id revision type payload state actor_kind actor actor_name at epoch xid"));
        all.put(
                "issue_contact",
                split("contact_id issue_id customer_id position at next_at channel queue agent resolved"));
        all.put("waiting_ticket", split("ticket_id queue channel language urgency due_at since"));
        all.put("ticket_workflow", split("ticket_id category status_code resolution_code done_at"));
        return all;
    }

    private static List<String> split(String names) {
        return List.of(names.split(" "));
    }
}
