package io.carryon.ticketing.customers;

import io.carryon.ticketing.storage.OpenTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Who is shown as whom: tickets keep the member they belong to, so that a merge moves nothing and can be undone. */
@ApplicationScoped
public class CustomerGroups {

    // Events of two groups come in any order; what was decided last about a member holds.
    private static final String PUT = """
            insert into ticketing.customer_group (member_id, survivor_id, revision)
            select member, ?, ? from unnest(?) as member order by member
            on conflict (member_id) do update set survivor_id = excluded.survivor_id, revision = excluded.revision
            where customer_group.revision < excluded.revision""";

    private static final String FIND =
            "select member_id, survivor_id from ticketing.customer_group where member_id = any(?)";

    private final DataSource database;

    public CustomerGroups(DataSource database) {
        this.database = database;
    }

    /** Whom each of the customers is shown as; customers who were never merged are left out. */
    public Map<UUID, UUID> survivorsOf(Collection<UUID> customerIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("uuid", customerIds.toArray()));
            var survivors = new HashMap<UUID, UUID>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    survivors.put(found.getObject(1, UUID.class), found.getObject(2, UUID.class));
                }
            }
            return survivors;
        } catch (SQLException e) {
            throw new IllegalStateException("The customers' groups cannot be read", e);
        }
    }

    /** Whom the customer is shown as: itself, or the survivor of its merge. */
    public UUID survivorOf(UUID customerId) {
        return survivorsOf(List.of(customerId)).getOrDefault(customerId, customerId);
    }

    /** Follows a change in the caller's transaction. */
    void follow(CustomerChanged change) {
        try (var connection = OpenTransaction.of(database)) {
            put(connection, change.members(), change.survivorId(), change.revision());
            put(connection, change.setFree(), change.customerId(), change.revision());
        } catch (SQLException e) {
            throw new IllegalStateException("The customers' groups cannot be written", e);
        }
    }

    private static void put(Connection connection, List<UUID> members, UUID survivor, long revision)
            throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(PUT)) {
            insert.setObject(1, survivor);
            insert.setLong(2, revision);
            insert.setArray(3, connection.createArrayOf("uuid", members.toArray()));
            insert.executeUpdate();
        }
    }
}
