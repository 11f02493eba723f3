package io.carryon.ticketing.customers;

import io.carryon.ticketing.conversation.SamePerson;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The members of a customer's group, 50 at most. */
@ApplicationScoped
class MergedCustomers implements SamePerson {

    private static final String MEMBERS = """
            select member_id from ticketing.customer_group where survivor_id = coalesce(
                (select survivor_id from ticketing.customer_group where member_id = ?), ?)
            order by member_id limit 50""";

    private final Sql sql;

    MergedCustomers(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<UUID> as(UUID customerId) {
        return Stream.concat(Stream.of(customerId), sql.list(MEMBERS, Sql.ID, customerId, customerId).stream())
                .distinct()
                .toList();
    }
}
