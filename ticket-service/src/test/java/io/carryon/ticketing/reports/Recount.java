package io.carryon.ticketing.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.line.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The contacts of issues, counted from the log alone: nothing of what the service does is used. */
final class Recount {

    private static final String LOG = """
            select type, payload, state, actor from ticketing.ticket_event
            where ticket_id in (select ticket_id from ticketing.ticket_event where state ->> 'customerId' = any(?::text[]))
            order by seq""";

    private static final String STORED = """
            select contact_id, issue_id, position, at, next_at, agent, resolved, lower(channel), queue, topic
            from ticketing.issue_contact where customer_id = any(?)""";

    /** What is known of a contact; {@code next} is when its issue's next one came. */
    record Place(String issue, int position, Instant at, Instant next, String agent, boolean resolved, String origin) {}

    private static final class Contact {

        String issue;
        Instant at;
        String agent;
        boolean resolved;
        String origin;

        Place place(int position, Instant next) {
            return new Place(issue, position, at, next, agent, resolved, origin);
        }
    }

    private final Map<String, Contact> contacts = new HashMap<>();

    private Recount() {}

    /** Each contact with its place, from the log. */
    static Map<String, Place> ofLog(Connection connection, Collection<UUID> customers) throws SQLException {
        var recount = new Recount();
        try (var select = connection.prepareStatement(LOG)) {
            select.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    recount.follow(
                            row.getString(1),
                            Line.json(row.getString(2)),
                            Line.json(row.getString(3)),
                            row.getString(4));
                }
            }
        }
        return recount.placed();
    }

    /** The same, as the service keeps it. */
    static Map<String, Place> kept(Connection connection, Collection<UUID> customers) throws SQLException {
        var kept = new TreeMap<String, Place>();
        try (var select = connection.prepareStatement(STORED)) {
            select.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    kept.put(
                            row.getString(1),
                            new Place(
                                    row.getString(2),
                                    row.getInt(3),
                                    instant(row.getObject(4, OffsetDateTime.class)),
                                    instant(row.getObject(5, OffsetDateTime.class)),
                                    row.getString(6),
                                    row.getBoolean(7),
                                    "%s %s %s".formatted(row.getString(8), row.getString(9), row.getString(10))));
                }
            }
        }
        return kept;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private void follow(String type, JsonNode event, JsonNode state, String actor) {
        var issue = state.get("issueId").textValue();
        switch (type) {
            case "OPENED", "CONTACT_ADDED" ->
                contacts.computeIfAbsent(event.get("contactId").textValue(), id -> {
                    var contact = new Contact();
                    contact.issue = issue;
                    contact.at = Instant.parse(event.get("receivedAt").textValue());
                    contact.origin = "%s %s %s"
                            .formatted(
                                    event.get("channel").textValue().toLowerCase(java.util.Locale.ROOT),
                                    state.get("queue").textValue(),
                                    event.path("topic").textValue());
                    return contact;
                });
            case "CONTACT_MOVED_IN", "ISSUE_CHANGED" ->
                contacts.get(event.get("contactId").textValue()).issue = issue;
            case "REPLIED" -> latest(issue).ifPresent(contact -> contact.agent = actor);
            case "STATUS_CHANGED" ->
                resolved(event)
                        .ifPresent(resolved -> latest(issue).ifPresent(contact -> {
                            contact.agent = actor;
                            contact.resolved = resolved;
                        }));
            default -> {}
        }
    }

    private static Optional<Boolean> resolved(JsonNode change) {
        if (change.get("to").textValue().equals("RESOLVED")) {
            return Optional.of(true);
        }
        return change.get("from").textValue().equals("RESOLVED")
                        && change.get("to").textValue().equals("OPEN")
                ? Optional.of(false)
                : Optional.empty();
    }

    private Optional<Contact> latest(String issue) {
        return inOrder(issue).stream().reduce((earlier, later) -> later).map(contacts::get);
    }

    private List<String> inOrder(String issue) {
        return contacts.entrySet().stream()
                .filter(contact -> contact.getValue().issue.equals(issue))
                .sorted(Comparator.comparing((Map.Entry<String, Contact> contact) -> contact.getValue().at)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Place> placed() {
        var placed = new TreeMap<String, Place>();
        contacts.values().stream().map(contact -> contact.issue).distinct().forEach(issue -> {
            var order = inOrder(issue);
            for (var at = 0; at < order.size(); at++) {
                var next = at + 1 < order.size() ? contacts.get(order.get(at + 1)).at : null;
                placed.put(order.get(at), contacts.get(order.get(at)).place(at + 1, next));
            }
        });
        return placed;
    }
}
