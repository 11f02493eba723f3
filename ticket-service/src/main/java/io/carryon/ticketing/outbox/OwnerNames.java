package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers and colleagues call those who own tickets: as replies name their authors. */
final class OwnerNames {

    private static final String NAMES = "select id, name from ticketing.agent where id = any(?)";

    private OwnerNames() {}

    /** The rows with their owners' names, by one statement, or by none when nobody owns anything. */
    static List<OutboxRow> named(Connection connection, List<OutboxRow> rows) throws SQLException {
        var owners = rows.stream()
                .map(row -> row.state().owner())
                .filter(owner -> owner != null)
                .distinct()
                .toArray(String[]::new);
        if (owners.length == 0) {
            return rows;
        }
        var names = names(connection, owners);
        return rows.stream().map(row -> row.ownedBy(name(row, names))).toList();
    }

    private static Map<String, String> names(Connection connection, String[] owners) throws SQLException {
        try (var select = connection.prepareStatement(NAMES)) {
            select.setArray(1, connection.createArrayOf("text", owners));
            var names = new HashMap<String, String>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    names.put(found.getString(1), found.getString(2));
                }
            }
            return names;
        }
    }

    /** Who never told of themselves is known by what they did; null for whom nobody has named. */
    private static String name(OutboxRow row, Map<String, String> names) {
        var owner = row.state().owner();
        if (owner == null || names.containsKey(owner)) {
            return names.get(owner);
        }
        var didIt = row.actor().kind() == Actor.Kind.STAFF
                && owner.equals(row.actor().id());
        return didIt ? row.actor().name() : null;
    }
}
